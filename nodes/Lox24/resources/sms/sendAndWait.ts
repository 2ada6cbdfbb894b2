import type { INodeProperties } from 'n8n-workflow';

import {
	additionalFields,
	ifUnknown,
	inBody,
	optionsWith,
} from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { notBlank, text } from '../../../shared/input/kind';
import { effect } from '../../../shared/request/marks';
import { allowUnknownPlaceholders, callbackData, sender, unicode } from '../../fields/message';
import { countryOption, recipient } from '../../fields/phoneNumber';
import { addLink } from '../../wait/link';
import { preventDuplicates } from './preventDuplicates';
import { simplifySent } from './simplifySent';
import { skipSent } from './skipSent';

const shownFor = (responseType: string) => ({ show: { responseType: [responseType] } });

/** Names and values are those of n8n's own operations of this kind. */
const responseFields: INodeProperties[] = [
	{
		displayName: 'Response Type',
		name: 'responseType',
		type: 'options',
		options: [
			{
				name: 'Approval',
				value: 'approval',
				description: 'A page with one or two buttons',
			},
			{ name: 'Free Text', value: 'freeText', description: 'A page with a field for text' },
		],
		default: 'approval',
		description: 'What the page behind the link asks for',
	},
	{
		displayName: 'Approval Options',
		name: 'approvalOptions',
		type: 'fixedCollection',
		placeholder: 'Add option',
		default: {},
		description: 'Buttons of the page and their labels',
		displayOptions: shownFor('approval'),
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Type of Approval',
						name: 'approvalType',
						type: 'options',
						options: [
							{ name: 'Approve and Disapprove', value: 'double' },
							{ name: 'Approve Only', value: 'single' },
						],
						default: 'double',
						description: 'Buttons of the page',
					},
					{
						displayName: 'Approve Button Label',
						name: 'approveLabel',
						type: 'string',
						default: 'Approve',
						description: "In the recipient's language",
					},
					{
						displayName: 'Disapprove Button Label',
						name: 'disapproveLabel',
						type: 'string',
						default: 'Decline',
						displayOptions: { show: { approvalType: ['double'] } },
						description: "In the recipient's language",
					},
				],
			},
		],
	},
];

/** How long to wait, as n8n's own nodes ask. */
const limitWaitTime: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	default: { values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
	description:
		'When the workflow continues although nobody responded. It then returns the input item without "data". n8n checks the time once a minute.',
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					options: [
						{ name: 'After Time Interval', value: 'afterTimeInterval' },
						{ name: 'At Specified Time', value: 'atSpecifiedTime' },
					],
					default: 'afterTimeInterval',
					description: 'Whether to wait for an interval or until a time',
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 1,
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					description: 'Number of units',
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					options: [
						{ name: 'Days', value: 'days' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Minutes', value: 'minutes' },
					],
					default: 'hours',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					description: 'Unit of the amount',
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					default: '',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
					description: 'In the time zone of the workflow',
				},
			],
		},
	],
};

const pageOptions: INodeProperties[] = [
	{
		displayName: 'Page Title',
		name: 'pageTitle',
		type: 'string',
		default: '',
		description: 'Heading of the page behind the link; without it, the page shows only the message',
	},
	{
		displayName: 'Submit Button Label',
		name: 'submitLabel',
		type: 'string',
		default: 'Submit',
		displayOptions: { show: { '/responseType': ['freeText'] } },
		description: "In the recipient's language",
	},
	{
		displayName: 'Thank-You Text',
		name: 'thankYouText',
		type: 'string',
		default: 'Thank you. You can close this page.',
		description: 'What the page shows after the response',
	},
];

export const sendAndWait: Operation = {
	name: 'Send and Wait for Response',
	value: 'sendAndWait',
	action: 'Send an SMS and wait for a response',
	description:
		'Send a message with a link to a page that asks for approval or text, and wait for the response',
	routing: {
		request: { method: 'POST', url: '/sms' },
		send: { preSend: [effect({ receivers: ({ phone }) => phone, costs: true })] },
	},
	fields: [
		{
			displayName:
				"The link leads to this n8n, so the phone has to reach it: check n8n's base URL (<code>N8N_WEBHOOK_URL</code>). It takes about 160 characters, so the message has at least two parts. For several items, put Loop Over Items in front.",
			name: 'waitNotice',
			type: 'notice',
			default: '',
		},
		sender,
		recipient,
		inBody(
			{
				displayName: 'Message',
				name: 'message',
				required: true,
				typeOptions: { rows: 4 },
				placeholder: 'e.g. Offer 4711 is ready. Shall we order?',
				description:
					'The link goes at the end, or where you write <code>[link]</code>. With it, up to 1530 characters of the GSM alphabet, or 670 with others such as emoji.',
			},
			'text',
			notBlank(text()),
		),
		...responseFields,
		additionalFields([callbackData, unicode]),
		simplifySent,
		{
			...optionsWith([
				allowUnknownPlaceholders,
				countryOption,
				ifUnknown,
				limitWaitTime,
				...pageOptions,
			]),
			routing: { send: { preSend: [addLink, preventDuplicates, skipSent] } },
		},
	],
};
