import type { Operation } from '../../../shared/description/resource';
import { actionFields, callerId, callViewId, sendCallTo, waitForPickup } from './fields';
import { own } from './party';
import { pickView } from './pickParty';
import { changedCalls } from './responses';

export const monitor: Operation = {
	name: 'Monitor',
	value: 'monitor',
	action: 'Listen to a phone call unheard',
	description: 'Ring a phone and let it listen to a call, unheard',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'Monitor' },
		},
		send: { preSend: [pickView(own)] },
		output: { postReceive: [changedCalls] },
	},
	fields: actionFields(
		[
			{
				...sendCallTo,
				description: 'The extension of the phone that listens, in the same organization',
			},
		],
		[callViewId('the party at the extension'), callerId, waitForPickup('body')],
	),
};
