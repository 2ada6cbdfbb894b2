import type { INodeProperties } from 'n8n-workflow';

import { triggerOn } from './events';

/** Addresses LOX24 sends from (docs/api/lox24.md, "Webhooks"). */
const SENDERS = '162.55.80.140, 162.55.80.141';

/** Read by `numbersOf`. */
export const restrictToNumbers: INodeProperties = {
	displayName: 'Restrict to Numbers',
	name: 'restrictToNumbers',
	type: 'string',
	default: '',
	placeholder: 'e.g. +4915112345678, +4915112345679',
	description:
		'Comma-separated list of numbers with country code, or names of senders. Events from, to or about another number are ignored. Events that have no number, such as delivery reports, are not.',
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'IP(s) Allowlist',
			name: 'ipWhitelist',
			type: 'string',
			default: '',
			placeholder: `e.g. ${SENDERS}`,
			description:
				"Comma-separated list of IP addresses or CIDR ranges that may call the URL. Leave empty to allow all. Behind a proxy, set N8N_PROXY_HOPS so that n8n sees the caller's address.",
		},
		{
			displayName: 'Only Final Delivery Reports',
			name: 'onlyFinalDeliveryReports',
			type: 'boolean',
			default: true,
			description:
				'Whether only final delivery reports start the workflow: delivered, not delivered in time, rejected, or failed before sending. Otherwise one message can start it several times.',
		},
		restrictToNumbers,
		{
			displayName: 'Show Full Address',
			name: 'showFullAddress',
			type: 'boolean',
			default: false,
			description:
				'Whether to show the full recipient address of an e-mail. It contains an API key of your account, so it is masked by default.',
		},
	],
};

/** What the user sets on the trigger. */
export const properties: INodeProperties[] = [
	{
		displayName:
			'Register the URL of this trigger yourself: publish the workflow, copy the Production URL under Webhook URLs above, and add it in the LOX24 web account under Settings > Notifications. An account accepts up to five URLs. To test the node, add the Test URL there too, and remove it afterwards. For protection, enter the same secret there and as Webhook Token in the credential.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	triggerOn,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	options,
];
