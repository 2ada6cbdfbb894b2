import type { Operation } from '../../../shared/description/resource';
import { actionFields, sendCallTo } from './fields';
import { bodyNumber } from './numbers';
import { pickTransferredNumber } from './pickParty';
import { changedCalls } from './responses';

export const transferToVoicemail: Operation = {
	name: 'Transfer to Voicemail',
	value: 'transferToVoicemail',
	action: 'Transfer a phone call to a voicemail',
	description: 'Let a party of a call speak to the voicemail of an extension',
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
				description: 'The extension of the phone whose voicemail it is, in the same organization',
			},
		],
		[
			bodyNumber({
				displayName: 'Transfer From Number',
				name: 'transferFromNumber',
				placeholder: 'e.g. 0003*210',
				description: 'The source or destination number of the party that transfers',
			}),
			bodyNumber({
				displayName: 'Transfer Number',
				name: 'transferNumber',
				placeholder: 'e.g. 15551234567',
				description:
					'The source or destination number of the party that is sent to voicemail. When left empty, the node reads the call and takes the number that the extension speaks with; where there are several, VoipNow decides.',
			}),
		],
	),
};
