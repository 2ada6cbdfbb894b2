import type { INodeProperties } from 'n8n-workflow';

import { contains, manyTimes, manyValues, sortBy, timeRange } from './filterFields';
import { A_COUNTRY, A_WHOLE_NUMBER } from '../../shared/input/path';

/** The filters of the three lists of clicks (docs/api/lox24.md, "Clicks"). */
export const clickFilters: INodeProperties[] = [
	contains(
		{ displayName: 'Browser', name: 'browser', description: 'Part of the name of the browser' },
		'browser',
	),
	contains(
		{
			displayName: 'Browser Version',
			name: 'browserVersion',
			description: 'Part of the version of the browser',
		},
		'browser_version',
	),
	manyValues(
		{
			displayName: 'Countries',
			name: 'country',
			placeholder: 'e.g. DE',
			description: 'Two letters (ISO 3166-1 alpha-2)',
		},
		'country',
		A_COUNTRY,
	),
	manyTimes({ displayName: 'Date', name: 'date', description: 'Exactly this second' }, 'date'),
	timeRange({ displayName: 'Date Range', name: 'dateRange', description: 'When it was' }, 'date'),
	contains(
		{
			displayName: 'Hardware Type',
			name: 'hardwareType',
			description: 'Part of the kind of device',
		},
		'hardware_type',
	),
	contains({ displayName: 'IP', name: 'ip', description: 'Part of the IP address' }, 'ip'),
	contains({ displayName: 'Operating System', name: 'os', description: 'Part of its name' }, 'os'),
	contains(
		{ displayName: 'Operating System Version', name: 'osVersion', description: 'Part of it' },
		'os_version',
	),
	sortBy({ displayName: 'Order by Date', name: 'orderDate' }, 'date'),
	contains(
		{ displayName: 'Referer', name: 'referer', description: 'Part of the address it came from' },
		'referer',
	),
	contains(
		{
			displayName: 'Software Type',
			name: 'softwareType',
			description: 'Part of the kind of software',
		},
		'software_type',
	),
	manyValues(
		{
			displayName: 'Types',
			name: 'type',
			type: 'number',
			default: 0,
			description: 'Any of these types; their meaning is not documented',
		},
		'type',
		A_WHOLE_NUMBER,
	),
	contains(
		{ displayName: 'URL', name: 'url', description: 'Part of the address it leads to' },
		'url',
	),
	contains(
		{ displayName: 'User Agent', name: 'userAgent', description: 'Part of the user agent' },
		'user_agent',
	),
];
