import { additionalFields, optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { choice, kind, webAddress } from '../../../shared/input/kind';
import { extension, userId } from '../../fields/extension';
import { eventType, method, note, status, url } from './fields';
import { keepUrl, showUrl } from './keepUrl';
import { createdEvent } from './responses';
import { simpleEvent } from './simpleEvent';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Register a URL for phone call events',
	description: 'Have VoipNow call a URL when something happens on an extension',
	routing: {
		request: { method: 'POST', url: '/extensions/{userId}/{extension}/phoneCallEvents' },
		output: { postReceive: [createdEvent, keepUrl] },
	},
	fields: [
		userId,
		extension,
		{
			...eventType,
			description: 'What triggers the event. You cannot change it later.',
			routing: {
				send: { type: 'body', property: 'type', preSend: [kind(choice(eventType.options))] },
			},
		},
		{ ...method, required: true },
		{
			...url,
			required: true,
			// VoipNow does not send the type when it calls (docs/api/voipnow.md, "Call events that
			// VoipNow sends").
			hint: 'Use a different URL for each type: VoipNow does not send the type',
			routing: { send: { type: 'body', property: 'url', preSend: [kind(webAddress)] } },
		},
		{ ...status, required: true },
		additionalFields([note]),
		simplify(simpleEvent),
		optionsWith([showUrl]),
	],
};
