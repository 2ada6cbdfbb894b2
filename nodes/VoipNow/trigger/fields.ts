import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { eventTypes } from '../codes';
import { authentication } from '../fields/authentication';
import { userId } from '../fields/extension';

/** How a call ended, as a hangup reports it (docs/api/voipnow.md, "Parameters of a call event"). */
export const callStatuses: INodePropertyOptions[] = [
	{ name: 'Answered', value: 'ANSWER' },
	{ name: 'Busy', value: 'BUSY' },
	{ name: 'Cancelled by the Caller', value: 'CANCEL' },
	{ name: 'Congestion or Unknown Number', value: 'CONGESTION' },
	{ name: 'Device Not Registered', value: 'CHANUNAVAIL' },
	{ name: 'No Answer', value: 'NOANSWER' },
	{ name: 'Unknown', value: 'UNKNOWN', description: 'Missing, or not listed here' },
];

/** Texts of each event type in the node panel and the field. */
const SAYINGS: Record<string, Pick<INodePropertyOptions, 'action' | 'description'>> = {
	'0': { action: 'On incoming call', description: 'Somebody calls the extension' },
	'1': { action: 'On outgoing call', description: 'The extension calls somebody' },
	'2': { action: 'On hangup', description: 'A call of the extension has ended' },
	'3': { action: 'On answered incoming call', description: 'The extension answers a call' },
	'4': { action: 'On answered outgoing call', description: 'The other party answers a call' },
};

export const triggerFields: INodeProperties[] = [
	authentication,
	{
		displayName:
			'Publish the workflow to register it at VoipNow; there is nothing to set up there. VoipNow sends one event for each extension and type, without retries and in no fixed order: a call that rings several extensions starts the workflow several times.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: eventTypes.map((type) => ({ ...type, ...SAYINGS[String(type.value)] })),
		default: [],
		description: 'What starts the workflow',
	},
	{
		...userId,
		description:
			'Who owns the extensions: @me or @viewer for the user who authorized the app, @owner for the owner of the extension, or the number of an account',
	},
	{
		displayName: 'Extensions',
		name: 'extensions',
		type: 'string',
		required: true,
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Extension' },
		default: [],
		placeholder: 'e.g. 0003*210',
		description:
			'Extensions whose calls start the workflow, in their extended (0003*210) or short form (210): phone terminals, queues, conferences or IVRs',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Call Status',
				name: 'callStatus',
				type: 'multiOptions',
				options: callStatuses,
				default: [],
				description:
					'How a call has to end for its hangup to start the workflow. Other events always start it.',
			},
			{
				displayName: 'IP(s) Allowlist',
				name: 'ipWhitelist',
				type: 'string',
				default: '',
				placeholder: 'e.g. 192.0.2.10, 198.51.100.0/24',
				description:
					"Comma-separated list of IP addresses or CIDR ranges that may send events. Leave empty to allow all. Behind a proxy, set N8N_PROXY_HOPS so that n8n sees the caller's address.",
			},
		],
	},
];
