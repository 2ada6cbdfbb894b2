import type { Operation } from '../../../shared/description/resource';
import { actionFields, callViewId } from './fields';
import { own } from './party';
import { pickView } from './pickParty';
import { changedCalls } from './responses';

export const hold: Operation = {
	name: 'Hold',
	value: 'hold',
	action: 'Put a phone call on hold',
	description: 'Let the other party wait',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'OnHold' },
		},
		send: { preSend: [pickView(own)] },
		output: { postReceive: [changedCalls] },
	},
	fields: actionFields([], [callViewId('the party at the extension')]),
};
