import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { requireEventUrl } from '../../methods/checkEventUrl';
import { createdEvent } from '../../methods/eventAnswers';
import { extension, userId } from '../extension';
import { eventType, method, note, status, url } from './fields';
import { simpleEvent } from './simpleEvent';

export const create: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a phone call event',
	description: 'Have VoipNow call an address when something happens on an extension',
	routing: {
		request: { method: 'POST', url: '/extensions/{userId}/{extension}/phoneCallEvents' },
		output: { postReceive: [createdEvent] },
	},
};

const displayOptions = showFor('phoneCallEvent', 'create');

export const createFields: INodeProperties[] = [
	{ ...userId, displayOptions },
	{ ...extension, displayOptions },
	{
		...eventType,
		description: 'What sets the event off. It cannot be changed afterwards.',
		displayOptions,
		routing: { send: { type: 'body', property: 'type' } },
	},
	{ ...method, required: true, displayOptions },
	{
		...url,
		required: true,
		displayOptions,
		// VoipNow does not tell the type when it calls (reference, section 11).
		hint: 'Use another address for each type: VoipNow does not say which one it was',
		routing: { send: { type: 'body', property: 'url', preSend: [requireEventUrl] } },
	},
	{ ...status, required: true, displayOptions },
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions,
		options: [note],
	},
	simplify(simpleEvent, displayOptions),
	{ ...options, displayOptions },
];
