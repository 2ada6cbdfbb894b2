import type { Operation } from '../../../shared/description/resource';
import { actionFields, callerId, callViewId, sendCallTo, waitForPickup } from './fields';
import { own } from './party';
import { pickView } from './pickParty';
import { changedCalls } from './responses';

export const bargeIn: Operation = {
	name: 'Barge In',
	value: 'bargeIn',
	action: 'Join a phone call so that all parties hear each other',
	description: 'Ring a phone and let it join a call; all parties hear each other',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'BargeIn' },
		},
		send: { preSend: [pickView(own)] },
		output: { postReceive: [changedCalls] },
	},
	fields: actionFields(
		[
			{
				...sendCallTo,
				description: 'The extension of the phone that joins, in the same organization',
			},
		],
		[callViewId('the party at the extension'), callerId, waitForPickup('body')],
	),
};
