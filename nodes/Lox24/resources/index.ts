import type { INodeProperties } from 'n8n-workflow';

import { account } from './account';
import { blockedNumber } from './blockedNumber';
import { bulk } from './bulk';
import { creditNote } from './creditNote';
import { fraudCheck } from './fraudCheck';
import { group } from './group';
import { incoming } from './incoming';
import { invoice } from './invoice';
import { payment } from './payment';
import { paymentMethod } from './paymentMethod';
import { phone } from './phone';
import { shortLink } from './shortLink';
import { shortLinkCampaign } from './shortLinkCampaign';
import { shortLinkRequest } from './shortLinkRequest';
import { sms } from './sms';
import { smsClick } from './smsClick';
import { verifyCode } from './verifyCode';

/** All resources with their operations and fields, in the order of the editor. */
export const resources: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Account', value: 'account', description: 'Balance and services' },
			{
				name: 'Blocked Number',
				value: 'blockedNumber',
				description: 'A number that gets no messages',
			},
			{ name: 'Bulk', value: 'bulk', description: 'One text to many recipients' },
			{ name: 'Credit Note', value: 'creditNote', description: 'An amount credited to you' },
			{
				name: 'Fraud Check',
				value: 'fraudCheck',
				description: 'A risk score for a number, an e-mail address, an IP or a postal address',
			},
			{ name: 'Group', value: 'group', description: 'A list of contacts with columns A to E' },
			{
				name: 'Incoming Message',
				value: 'incoming',
				description: 'A received message or reply',
			},
			{ name: 'Invoice', value: 'invoice', description: 'A bill with its PDF' },
			{ name: 'Payment', value: 'payment', description: 'A top-up of the account' },
			{
				name: 'Payment Method',
				value: 'paymentMethod',
				description: 'SEPA mandate and stored cards',
			},
			{ name: 'Phone', value: 'phone', description: 'An entry in a contact group' },
			{
				name: 'Short Link',
				value: 'shortLink',
				description: 'A short address that counts its clicks',
			},
			{
				name: 'Short Link Campaign',
				value: 'shortLinkCampaign',
				description: 'Where short links lead',
			},
			{
				name: 'Short Link Click',
				value: 'shortLinkRequest',
				description: 'A single click on a short link',
			},
			{ name: 'SMS', value: 'sms', description: 'A single text or voice message' },
			{ name: 'SMS Click', value: 'smsClick', description: 'Clicks on short links in messages' },
			{ name: 'Verify Code', value: 'verifyCode', description: 'A one-time code' },
		],
		default: 'sms',
		// Sends every request of every operation the way of `operationsOf` (see Lox24.node.ts).
		routing: { send: { paginate: true } },
	},
	...account,
	...blockedNumber,
	...bulk,
	...creditNote,
	...fraudCheck,
	...group,
	...incoming,
	...invoice,
	...payment,
	...paymentMethod,
	...phone,
	...shortLink,
	...shortLinkCampaign,
	...shortLinkRequest,
	...sms,
	...smsClick,
	...verifyCode,
];
