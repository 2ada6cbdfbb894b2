import { inBody } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { actionFields, callViewId } from './fields';
import { own } from './party';
import { pickView } from './pickParty';
import { changedCalls } from './responses';

export const startRecording: Operation = {
	name: 'Start Recording',
	value: 'startRecording',
	action: 'Start recording a phone call',
	description: 'Record a call. The phone needs on-demand recording (*1).',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'StartRecording' },
		},
		send: { preSend: [pickView(own)] },
		output: { postReceive: [changedCalls] },
	},
	fields: actionFields(
		[],
		[
			callViewId('the party at the extension'),
			inBody(
				{
					displayName: 'Format',
					name: 'format',
					type: 'options',
					options: [
						{ name: 'WAV', value: 'wav' },
						{ name: 'WAV49', value: 'wav49', description: 'Smaller files' },
					],
					default: 'wav',
					description: 'Format of the sound file',
				},
				'format',
			),
		],
	),
};
