import type { INodeProperties } from 'n8n-workflow';

/** VoipNow sends and takes these numbers as strings (reference, section 6.3, row 7). */
export const eventType: INodeProperties = {
	displayName: 'Event Type',
	name: 'eventType',
	type: 'options',
	required: true,
	options: [
		{ name: 'Answer on Incoming Call', value: '3' },
		{ name: 'Answer on Outgoing Call', value: '4' },
		{ name: 'Dial-In', value: '0' },
		{ name: 'Dial-Out', value: '1' },
		{ name: 'Hangup', value: '2' },
	],
	default: '0',
	description: 'What sets the event off. It is part of the address of the event.',
};

export const eventId: INodeProperties = {
	displayName: 'Event ID',
	name: 'eventId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. NqeyDRqo4FtabmFj8gNWq3hsiGNYyq',
	description: 'The ID that VoipNow gave the event when it was created',
};
