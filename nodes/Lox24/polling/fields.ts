import type { INodeProperties } from 'n8n-workflow';

import { campaignCode, optional } from '../fields/locators';
import { restrictToNumbers } from '../trigger/properties';
import type { EventName } from './feed';

const shownFor = (...event: EventName[]) => ({ show: { event } });

/** Properties of the trigger. */
export const fields: INodeProperties[] = [
	{
		displayName:
			'Asks LOX24 at the Poll Times above and needs no public address. For many messages, or to start immediately, use the LOX24 Trigger instead.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Bulk Finished',
				value: 'bulkFinished',
				action: 'On bulk finished',
				description: 'When a bulk has created all its messages, was cancelled or failed',
			},
			{
				name: 'Delivery Report',
				value: 'deliveryReport',
				action: 'On delivery report',
				description:
					'When an SMS was delivered, rejected, not delivered in time, or failed before it was sent',
			},
			{
				name: 'Short Link Clicked',
				value: 'shortLinkClicked',
				action: 'On short link clicked',
				description: 'When somebody opens a short link',
			},
			{
				name: 'SMS Received',
				value: 'smsReceived',
				action: 'On SMS received',
				description: 'When a message or a reply arrives at one of your numbers',
			},
		],
		default: 'smsReceived',
		description: 'What starts the workflow',
	},
	{
		...optional(campaignCode),
		displayOptions: shownFor('shortLinkClicked'),
		description: 'Only clicks on the links of this campaign. Leave empty for all.',
	},
	{
		displayName: 'Look Back (Days)',
		name: 'lookBack',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 30 },
		default: 3,
		displayOptions: shownFor('deliveryReport', 'bulkFinished'),
		description:
			'How long to watch an SMS or bulk after it was created or scheduled. The node remembers at most the latest 5,000 that ended.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		displayOptions: shownFor('deliveryReport', 'bulkFinished', 'shortLinkClicked'),
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: shownFor('deliveryReport', 'smsReceived'),
		options: [
			{
				...restrictToNumbers,
				description:
					'Only messages from or to these: numbers with country code or names of senders, separated by commas',
			},
		],
	},
];
