import type { INodeProperties } from 'n8n-workflow';

import { bodyText, inBody } from '../../../shared/description/fields';
import { kind, webAddress } from '../../../shared/input/kind';
import { eventMethods, eventStatuses, eventTypes } from '../../codes';
import { locator } from '../../fields/locator';

/** VoipNow sends and takes these numbers as strings (docs/api/voipnow.md, "Fields of an event"). */
export const eventType: INodeProperties = {
	displayName: 'Event Type',
	name: 'eventType',
	type: 'options',
	required: true,
	options: eventTypes,
	default: '0',
	description: "What triggers the event. It is part of the event's address.",
};

export const eventId: INodeProperties = {
	...locator({
		displayName: 'Event ID',
		name: 'eventId',
		searchListMethod: 'searchPhoneCallEvents',
		pattern: /^[A-Za-z0-9]{1,255}$/,
		hint: 'An event ID has letters and digits only',
		placeholder: 'e.g. NqeyDRqo4FtabmFj8gNWq3hsiGNYyq',
	}),
	description:
		'The event. The list shows the events of the Event Type above only; it is empty when the extension has none of that type.',
};

export const method = inBody(
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: eventMethods,
		default: '1',
		description: 'How VoipNow calls the URL',
	},
	'method',
);

export const note = bodyText(
	{
		displayName: 'Note',
		name: 'note',
		placeholder: 'e.g. Opens the customer in the CRM',
		description: 'Your own note, up to 1024 characters',
	},
	'note',
	1024,
);

export const url: INodeProperties = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/calls',
	description: 'URL that VoipNow calls, with http:// or https://',
	routing: { send: { type: 'body', property: 'url', preSend: [kind(webAddress)] } },
};

export const status = inBody(
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: eventStatuses,
		default: '1',
		description: 'Whether VoipNow calls the URL',
	},
	'status',
);
