import type { INodeProperties } from 'n8n-workflow';

/**
 * One way to bring the code to its recipient (`routing_strategy`; docs/api/lox24.md, "One-time
 * codes"). What is sent of it stands in checkRouting.
 */
export const routingSteps: INodeProperties[] = [
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		options: [
			{ name: 'SMS', value: 'sms' },
			{ name: 'Telegram', value: 'telegram' },
			{ name: 'Voice', value: 'voice' },
		],
		default: 'sms',
		description: 'How the code is sent',
	},
	{
		displayName: 'Sender ID',
		name: 'senderId',
		type: 'string',
		default: '',
		placeholder: 'e.g. MyShop',
		description: 'For SMS and voice; your account needs permission to use it',
	},
	{
		displayName: 'Template',
		name: 'template',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your code is {{code}}',
		description: 'Text for SMS and voice, with {{code}} in place of the code',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeoutSec',
		type: 'number',
		typeOptions: { minValue: 30, maxValue: 3600 },
		default: 30,
		description: 'How long to wait before the next channel; Telegram only',
	},
];
