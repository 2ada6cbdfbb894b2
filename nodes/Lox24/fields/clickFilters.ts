import type { INodeProperties } from 'n8n-workflow';

import { text } from '../../shared/input/kind';
import { A_COUNTRY, A_WHOLE_NUMBER } from '../../shared/input/path';
import {
	contains,
	filteredHere,
	manyTimes,
	manyValues,
	oneIn,
	sortBy,
	timeRange,
} from './filterFields';

const browserVersion = {
	displayName: 'Browser Version',
	name: 'browserVersion',
	description: 'Part of the browser version',
};

/** The filters of all lists of clicks (docs/api/lox24.md, "Clicks"). */
export const clickFilters: INodeProperties[] = [
	contains(
		{ displayName: 'Browser', name: 'browser', description: 'Part of the browser name' },
		'browser',
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
			description: 'Part of the device type',
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
		{ displayName: 'Referer', name: 'referer', description: 'Part of the referring address' },
		'referer',
	),
	contains(
		{
			displayName: 'Software Type',
			name: 'softwareType',
			description: 'Part of the software type',
		},
		'software_type',
	),
	manyValues(
		{
			displayName: 'Types',
			name: 'type',
			type: 'number',
			default: 0,
			description: 'Any of these types',
		},
		'type',
		A_WHOLE_NUMBER,
	),
	contains({ displayName: 'URL', name: 'url', description: 'Part of the target address' }, 'url'),
	contains(
		{ displayName: 'User Agent', name: 'userAgent', description: 'Part of the user agent' },
		'user_agent',
	),
];

/** The lists of all clicks and of those on one short link can be asked for a version as well. */
export const linkClickFilters = withVersion(contains(browserVersion, 'browser_version'));

/** The clicks of an SMS cannot, although this node used to offer it. */
export const smsClickRequestFilters = withVersion(
	filteredHere(browserVersion, oneIn(text()), ({ browser_version: version }, wanted) =>
		String(version ?? '')
			.toLowerCase()
			.includes(String(wanted).toLowerCase()),
	),
);

/** In the order of the names. */
function withVersion(field: INodeProperties): INodeProperties[] {
	const [browser, ...others] = clickFilters;
	return [browser, field, ...others];
}
