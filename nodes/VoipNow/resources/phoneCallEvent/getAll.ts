import { listFields, optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { eventTypes } from '../../codes';
import { extension, userId } from '../../fields/extension';
import { listFilters } from '../../fields/listFilters';
import { keepUrl, showUrl } from './keepUrl';
import { onlyEventType } from './onlyEventType';
import { simpleEvent } from './simpleEvent';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many registrations for phone call events',
	description: 'Get the call events of an extension',
	routing: {
		request: { method: 'GET', url: '/extensions/{userId}/{extension}/phoneCallEvents' },
		output: { postReceive: [keepUrl] },
	},
	fields: [
		userId,
		extension,
		...listFields,
		simplify(simpleEvent),
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
			[
				{
					displayName: 'Event Type',
					name: 'eventType',
					type: 'options',
					options: eventTypes,
					default: '0',
					description: 'Return only events with this trigger',
					routing: { send: { preSend: [onlyEventType] } },
				},
			],
		),
		optionsWith([showUrl]),
	],
};
