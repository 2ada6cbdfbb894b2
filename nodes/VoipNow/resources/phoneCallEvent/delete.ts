import { optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { extension, userId } from '../../fields/extension';
import { chooseEvents } from './chooseEvents';
import { eventId, eventType } from './fields';
import { keepUrl, showUrl } from './keepUrl';
import { deletedEvents } from './responses';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete the registration for a phone call event',
	description: 'Delete one call event, or all of one type or of the extension',
	routing: {
		request: {
			method: 'DELETE',
			url: '/extensions/{userId}/{extension}/phoneCallEvents/{eventType}/{eventId}',
		},
		output: { postReceive: [deletedEvents, keepUrl] },
	},
	fields: [
		userId,
		extension,
		{
			displayName: 'Delete What',
			name: 'deleteWhat',
			type: 'options',
			required: true,
			options: [
				{
					name: 'All Events of One Type',
					value: 'allOfType',
					description: 'All call events of the extension with the same trigger',
				},
				{
					name: 'All Events of the Extension',
					value: 'allOfExtension',
					description: 'All call events of the extension, of every type',
				},
				{ name: 'One Event', value: 'one', description: 'The call event with this ID' },
			],
			default: 'one',
			description: 'How much to delete. An empty ID never deletes more than one event.',
			routing: { send: { preSend: [chooseEvents] } },
		},
		{ ...eventType, displayOptions: { show: { deleteWhat: ['one', 'allOfType'] } } },
		{ ...eventId, displayOptions: { show: { deleteWhat: ['one'] } } },
		optionsWith([showUrl]),
	],
};
