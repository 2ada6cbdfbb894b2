import { clearEmptyFields, optionsWith, updateFields } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { extension, userId } from '../../fields/extension';
import { eventId, eventType, method, note, status, url } from './fields';
import { keepUrl, showUrl } from './keepUrl';
import { requireChange } from './requireChange';
import { updatedEvent } from './responses';
import { simpleEvent } from './simpleEvent';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Change the registration for a phone call event',
	description: 'Change the address, method, note or status of a call event',
	routing: {
		request: {
			method: 'PUT',
			url: '/extensions/{userId}/{extension}/phoneCallEvents/{eventType}/{eventId}',
		},
		output: { postReceive: [updatedEvent, keepUrl] },
	},
	fields: [
		userId,
		extension,
		eventType,
		eventId,
		{
			...updateFields([method, note, url, status]),
			description: 'The fields to change',
			routing: { send: { preSend: [requireChange] } },
		},
		simplify(simpleEvent),
		optionsWith([clearEmptyFields, showUrl]),
	],
};
