import type { Operation } from '../../../shared/description/resource';
import { actionFields, callViewId } from './fields';
import { own } from './party';
import { pickView } from './pickParty';
import { changedCalls } from './responses';

export const stopRecording: Operation = {
	name: 'Stop Recording',
	value: 'stopRecording',
	action: 'Stop recording a phone call',
	description: 'Stop the recording of a call',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'StopRecording' },
		},
		send: { preSend: [pickView(own)] },
		output: { postReceive: [changedCalls] },
	},
	fields: actionFields([], [callViewId('the party at the extension')]),
};
