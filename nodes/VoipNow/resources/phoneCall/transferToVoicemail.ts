import type { Operation } from '../../../shared/description/resource';
import { actionFields, sendCallTo } from './fields';
import { bodyNumber } from './numbers';
import { pickTransferredNumber } from './pickParty';
import { changedCalls } from './responses';

export const transferToVoicemail: Operation = {
	name: 'Transfer to Voicemail',
	value: 'transferToVoicemail',
	action: 'Transfer a phone call to a voicemail',
	description: 'Send a party of a call to the voicemail of an extension',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'TransferToVoicemail' },
		},
		send: { preSend: [pickTransferredNumber] },
		output: { postReceive: [changedCalls] },
	},
	fields: actionFields(
		[
			{
				...sendCallTo,
				description: 'The extension whose voicemail to use, in the same organization',
			},
		],
		[
			bodyNumber({
				displayName: 'Transfer From Number',
				name: 'transferFromNumber',
				placeholder: 'e.g. 0003*210',
				description: 'The source or destination number of the transferring party',
			}),
			bodyNumber({
				displayName: 'Transfer Number',
				name: 'transferNumber',
				placeholder: 'e.g. 15551234567',
				description:
					'The source or destination number of the party to send to voicemail. If empty, the node reads the call and takes the number the extension is talking to; with several, VoipNow decides.',
			}),
		],
	),
};
