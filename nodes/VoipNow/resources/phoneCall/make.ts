import type { Operation } from '../../../shared/description/resource';
import { waitForPickup } from './fields';
import {
	callDuration,
	callerIdForSource,
	labelled,
	newCallFields,
	nonce,
	sourceIsExtension,
} from './newCall';
import { viewCallerId, viewNumber, viewNumbers } from './numbers';
import { querySwitch } from './queryFields';
import { madeCalls } from './responses';

export const make: Operation = {
	name: 'Make',
	value: 'make',
	action: 'Make a phone call from an extension to a number',
	description: 'Ring an extension, and when it answers, call a number and connect the two',
	routing: {
		request: { method: 'POST', url: '/phoneCalls/{userId}/simple' },
		send: { preSend: [sourceIsExtension, labelled] },
		output: { postReceive: [madeCalls] },
	},
	fields: newCallFields(
		'phone to charge for the call. It rings first, unless Source is set.',
		[
			viewNumber({
				displayName: 'Destination',
				name: 'destination',
				required: true,
				placeholder: 'e.g. +15551234567',
				description:
					'The extension or phone number to call. Spaces, dashes, dots, slashes and brackets are removed.',
			}),
		],
		[
			querySwitch({
				displayName: 'Allow Public Transfer',
				name: 'allowPublicTransfer',
				description: 'Whether a call to a public number may be transferred',
			}),
			callDuration,
			callerIdForSource,
			viewCallerId({
				displayName: 'Caller ID for Destination',
				name: 'callerDestination',
				placeholder: 'e.g. Jane Roe <15557654321>',
				description: 'Name and number that the destination sees; newer VoipNow systems only',
			}),
			nonce,
			viewNumbers({
				displayName: 'Source',
				name: 'source',
				placeholder: 'e.g. 0003*210',
				description:
					'The extensions or phone numbers that ring first; the first to answer takes the call. If empty, the extension rings.',
			}),
			querySwitch({
				displayName: 'Video',
				name: 'video',
				description: 'Whether to offer video',
			}),
			waitForPickup('query'),
		],
	),
};
