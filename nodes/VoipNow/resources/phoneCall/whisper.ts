import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { prepared } from '../../../shared/input/badInput';
import { showFor } from '../../../shared/input/fields';
import { changedCalls } from '../../methods/callAnswers';
import { pickView } from '../../methods/pickParty';
import { actionFields, callerId, callViewId, sendCallTo, waitForPickup } from './fields';
import { own } from './party';

/** VoipNow takes a switch as a number, which its vendor's own client sends as text. */
const oneOrZero = prepared(({ body }) => {
	const fields = body as IDataObject;
	fields.private = String(fields.private) === 'true' ? '1' : '0';
});

export const whisper: INodePropertyOptions = {
	name: 'Whisper',
	value: 'whisper',
	action: 'Whisper into a phone call',
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
};

export const whisperFields: INodeProperties[] = actionFields(
	showFor('phoneCall', 'whisper'),
	[{ ...sendCallTo, description: 'The extension of the phone that whispers' }],
	[
		callViewId('the party at the extension, to whom the phone speaks'),
		callerId,
		{
			displayName: 'Private',
			name: 'private',
			type: 'boolean',
			default: true,
			description: 'Whether the phone only speaks; when off, it hears the call as well',
			routing: { send: { type: 'body', property: 'private', preSend: [oneOrZero] } },
		},
		waitForPickup('body'),
	],
);
