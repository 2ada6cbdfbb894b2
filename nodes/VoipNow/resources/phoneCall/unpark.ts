import type { Operation } from '../../../shared/description/resource';
import { actionFields, callerId, callViewId, sendCallTo, waitForPickup } from './fields';
import { parked } from './party';
import { pickView } from './pickParty';
import { changedCalls } from './responses';

export const unpark: Operation = {
	name: 'Unpark',
	value: 'unpark',
	action: 'Ring a phone and connect it with a parked call',
	description: 'Ring a phone and connect it with a parked call',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'UnPark' },
		},
		send: { preSend: [pickView(parked)] },
		output: { postReceive: [changedCalls] },
	},
	fields: actionFields(
		[{ ...sendCallTo, description: 'The extension of the phone that takes the call' }],
		[callViewId('the parked party'), callerId, waitForPickup('body')],
	),
};
