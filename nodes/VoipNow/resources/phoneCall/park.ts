import type { Operation } from '../../../shared/description/resource';
import { actionFields, callViewId, seconds } from './fields';
import { other } from './party';
import { pickView } from './pickParty';
import { changedCalls } from './responses';

export const park: Operation = {
	name: 'Park',
	value: 'park',
	action: 'Park a phone call so that any phone can take it',
	description: 'Put the other party into the parking lot, where any phone can take the call',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'Park' },
		},
		send: { preSend: [pickView(other)] },
		output: { postReceive: [changedCalls] },
	},
	fields: actionFields(
		[],
		[
			callViewId('the party the extension is talking to'),
			seconds(
				{
					displayName: 'Max in Parking',
					name: 'maxInParking',
					default: 180,
					description:
						'How many seconds the party stays parked, from 10 to 3600. After that the call returns to the extension that parked it.',
				},
				'body',
				{ minValue: 10, maxValue: 3600 },
			),
		],
	),
};
