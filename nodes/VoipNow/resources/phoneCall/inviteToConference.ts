import type { Operation } from '../../../shared/description/resource';
import { shaped } from '../../../shared/input/kind';
import { A_WHOLE_NUMBER } from '../../../shared/input/path';
import { waitForPickup } from './fields';
import { callerIdForSource, newCallFields, sourceIsExtension } from './newCall';
import { viewNumber } from './numbers';
import { queryText } from './queryFields';
import { madeCalls } from './responses';

export const inviteToConference: Operation = {
	name: 'Invite to Conference',
	value: 'inviteToConference',
	action: 'Call a number and bring it into a conference',
	description: 'Call a number and bring it into a conference',
	routing: {
		request: { method: 'POST', url: '/phoneCalls/{userId}/conferenceInvite' },
		send: { preSend: [sourceIsExtension] },
		output: { postReceive: [madeCalls] },
	},
	fields: newCallFields(
		'conference extension',
		[
			viewNumber({
				displayName: 'Destination',
				name: 'destination',
				required: true,
				placeholder: 'e.g. +15551234567',
				description: 'The extension or phone number to invite',
			}),
		],
		[
			callerIdForSource,
			queryText(
				{
					displayName: 'Conference Number',
					name: 'number',
					placeholder: 'e.g. 4001',
					description: 'Number of a scheduled conference',
				},
				shaped(A_WHOLE_NUMBER),
			),
			queryText({
				displayName: 'Conference PIN',
				name: 'pin',
				placeholder: 'e.g. 1234',
				description: 'PIN of a scheduled conference',
			}),
			viewNumber({
				displayName: 'Source',
				name: 'source',
				placeholder: 'e.g. 0003*400',
				description: 'Who invites. If empty, the conference extension.',
			}),
			waitForPickup('query'),
		],
	),
};
