import type { Operation } from '../../../shared/description/resource';
import { actionFields, callViewId, sendCallTo } from './fields';
import { bodyNumber } from './numbers';
import { pickTransferringNumber } from './pickParty';
import { changedCalls } from './responses';

export const transfer: Operation = {
	name: 'Transfer',
	value: 'transfer',
	action: 'Transfer a phone call to another number',
	description: 'Pass a call on to another extension or phone number, without asking there first',
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
		[{ ...sendCallTo, description: 'The extension or phone number that the call is passed on to' }],
		[
			{
				...callViewId(''),
				description:
					'The ID that the party that transfers has in the parties of the call, as Get and Get Many show them. Older VoipNow systems want it instead of the two numbers; when it is set, the node reads no number from the call.',
			},
			bodyNumber({
				displayName: 'Transfer From Number',
				name: 'transferFromNumber',
				placeholder: 'e.g. 0003*210',
				description:
					'The source or destination number of the party that transfers. When left empty, the node reads the call and takes the number of the extension.',
			}),
			bodyNumber({
				displayName: 'Transfer Number',
				name: 'transferNumber',
				placeholder: 'e.g. 15551234567',
				description: 'The source or destination number of the party that is transferred',
			}),
		],
	),
};
