import type { Operation } from '../../../shared/description/resource';
import { actionFields, callerId, callViewId, sendCallTo, waitForPickup } from './fields';
import { ownRinging } from './party';
import { pickView } from './pickParty';
import { changedCalls } from './responses';

export const pickUp: Operation = {
	name: 'Pick Up',
	value: 'pickUp',
	action: 'Take a ringing phone call on another phone',
	description: 'Pick up, on another phone, a call that rings at the extension',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'PickUp' },
		},
		send: { preSend: [pickView(ownRinging)] },
		output: { postReceive: [changedCalls] },
	},
	fields: actionFields(
		[{ ...sendCallTo, description: 'The extension of the phone that takes the call' }],
		[callViewId('the party at the extension'), callerId, waitForPickup('body')],
	),
};
