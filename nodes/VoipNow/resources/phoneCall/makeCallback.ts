import type { Operation } from '../../../shared/description/resource';
import { waitForPickup } from './fields';
import { callDuration, callerIdForSource, labelled, newCallFields, nonce } from './newCall';
import { viewNumber } from './numbers';
import { madeCalls } from './responses';

export const makeCallback: Operation = {
	name: 'Make Callback',
	value: 'makeCallback',
	action: 'Call two public numbers and connect them',
	description: 'Call two public numbers through a callback extension and connect them',
	routing: {
		request: { method: 'POST', url: '/phoneCalls/{userId}/callback' },
		send: { preSend: [labelled] },
		output: { postReceive: [madeCalls] },
	},
	fields: newCallFields(
		'callback extension',
		[
			viewNumber({
				displayName: 'Source',
				name: 'source',
				required: true,
				placeholder: 'e.g. +15557654321',
				description: 'The public number to call first',
			}),
			viewNumber({
				displayName: 'Destination',
				name: 'destination',
				required: true,
				placeholder: 'e.g. +15551234567',
				description: 'The public number to call second',
			}),
		],
		[callDuration, callerIdForSource, nonce, waitForPickup('query')],
	),
};
