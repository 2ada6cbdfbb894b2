import type { Operation } from '../../../shared/description/resource';
import { actionFields, callViewId, sendCallTo } from './fields';
import { bodyNumber } from './numbers';
import { pickTransferringNumber } from './pickParty';
import { changedCalls } from './responses';

export const transfer: Operation = {
	name: 'Transfer',
	value: 'transfer',
	action: 'Transfer a phone call to another number',
	description: 'Transfer a call to another extension or phone number without asking there first',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'Transfer' },
		},
		send: { preSend: [pickTransferringNumber] },
		output: { postReceive: [changedCalls] },
	},
	fields: actionFields(
		[{ ...sendCallTo, description: 'The extension or phone number to transfer the call to' }],
		[
			{
				...callViewId(''),
				description:
					"ID of the transferring party in the call's parties, as Get and Get Many return them. Older VoipNow systems need it instead of the two numbers; if it is set, the node reads no number from the call.",
			},
			bodyNumber({
				displayName: 'Transfer From Number',
				name: 'transferFromNumber',
				placeholder: 'e.g. 0003*210',
				description:
					'The source or destination number of the transferring party. If empty, the node reads the call and takes the number of the extension.',
			}),
			bodyNumber({
				displayName: 'Transfer Number',
				name: 'transferNumber',
				placeholder: 'e.g. 15551234567',
				description: 'The source or destination number of the transferred party',
			}),
		],
	),
};
