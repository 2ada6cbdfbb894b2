import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyText, options, showFor } from '../../../shared/fields';
import { checkEventUrl } from '../../methods/checkEventUrl';
import { requireChange } from '../../methods/requireChange';
import { updatedEvent } from '../../methods/updatedEvent';
import { extension, userId } from '../extension';
import { eventId, eventType } from './fields';

export const update: INodePropertyOptions = {
	name: 'Update',
	value: 'update',
	action: 'Update a phone call event',
	description: 'Change the address, method, note or status of a call event',
	routing: {
		request: {
			method: 'PUT',
			url: '/extensions/{userId}/{extension}/phoneCallEvents/{eventType}/{eventId}',
		},
		output: { postReceive: [updatedEvent] },
	},
};

const displayOptions = showFor('phoneCallEvent', 'update');

export const updateFields: INodeProperties[] = [
	{ ...userId, displayOptions },
	{ ...extension, displayOptions },
	{ ...eventType, displayOptions },
	{ ...eventId, displayOptions },
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		description: 'Only these are changed',
		displayOptions,
		routing: { send: { preSend: [requireChange] } },
		options: [
			{
				displayName: 'Method',
				name: 'method',
				type: 'options',
				options: [
					{ name: 'GET', value: '0' },
					{ name: 'POST', value: '1' },
				],
				default: '1',
				description: 'How VoipNow calls the URL',
				routing: { send: { type: 'body', property: 'method' } },
			},
			bodyText(
				{
					displayName: 'Note',
					name: 'note',
					description: 'A remark of your own, up to 1024 characters',
				},
				'note',
				1024,
			),
			{
				displayName: 'URL',
				name: 'url',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://example.com/calls',
				description: 'Address that VoipNow calls, with http:// or https://',
				routing: { send: { type: 'body', property: 'url', preSend: [checkEventUrl] } },
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'Disabled', value: '0' },
					{ name: 'Enabled', value: '1' },
				],
				default: '1',
				description: 'Whether VoipNow calls the URL',
				routing: { send: { type: 'body', property: 'status' } },
			},
		],
	},
	{ ...options, displayOptions },
];
