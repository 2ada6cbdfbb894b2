import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { listFields, options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { eventTypes } from '../../codes';
import { onlyEventType } from '../../methods/onlyEventType';
import { extension, userId } from '../extension';
import { listFilters } from '../listFilters';
import { simpleEvent } from './simpleEvent';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many phone call events',
	description: 'Get the call events of an extension',
	routing: {
		request: { method: 'GET', url: '/extensions/{userId}/{extension}/phoneCallEvents' },
	},
};

const displayOptions = showFor('phoneCallEvent', 'getAll');

export const getAllFields: INodeProperties[] = [
	{ ...userId, displayOptions },
	{ ...extension, displayOptions },
	...listFields(displayOptions),
	simplify(simpleEvent, displayOptions),
	listFilters(
		{
			filterBy: [
				{ name: 'Event ID', value: 'id' },
				{ name: 'Event Type', value: 'type' },
				{ name: 'Method', value: 'method' },
				{ name: 'Modified', value: 'modified' },
				{ name: 'Note', value: 'note' },
				{ name: 'Status', value: 'status' },
				{ name: 'URL', value: 'url' },
			],
			fields: ['id', 'links', 'method', 'modified', 'note', 'status', 'type', 'url'],
			orderedBy: 'URL',
		},
		displayOptions,
		[
			{
				displayName: 'Event Type',
				name: 'eventType',
				type: 'options',
				options: eventTypes,
				default: '0',
				description: 'Only events that this sets off',
				routing: { send: { preSend: [onlyEventType] } },
			},
		],
	),
	{ ...options, displayOptions },
];
