import { inBody } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { yesOrNo } from '../../../shared/input/kind';
import { actionFields, callerId, callViewId, sendCallTo, waitForPickup } from './fields';
import { own } from './party';
import { pickView } from './pickParty';
import { changedCalls } from './responses';

export const whisper: Operation = {
	name: 'Whisper',
	value: 'whisper',
	action: 'Speak to one party of a phone call only',
	description: 'Ring a phone and let it speak to one party only',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'Whisper' },
		},
		send: { preSend: [pickView(own)] },
		output: { postReceive: [changedCalls] },
	},
	fields: actionFields(
		[{ ...sendCallTo, description: 'The extension of the phone that whispers' }],
		[
			callViewId('the party at the extension, which hears the phone'),
			callerId,
			inBody(
				{
					displayName: 'Private',
					name: 'private',
					type: 'boolean',
					default: true,
					description: 'Whether the phone only speaks; if off, it also hears the call',
				},
				'private',
				// A number, which the vendor's own client sends as text.
				yesOrNo(['1', '0']),
			),
			waitForPickup('body'),
		],
	),
};
