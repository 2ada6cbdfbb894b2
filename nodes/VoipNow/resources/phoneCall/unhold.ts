import type { Operation } from '../../../shared/description/resource';
import { actionFields, callViewId } from './fields';
import { own } from './party';
import { pickView } from './pickParty';
import { changedCalls } from './responses';

export const unhold: Operation = {
	name: 'Unhold',
	value: 'unhold',
	action: 'Take a phone call off hold',
	description: 'Continue a call that was put on hold',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'OffHold' },
		},
		send: { preSend: [pickView(own)] },
		output: { postReceive: [changedCalls] },
	},
	fields: actionFields([], [callViewId('the party at the extension')]),
};
