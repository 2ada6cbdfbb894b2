import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { BadInput, notAnEntry, prepared } from '../../../shared/input/badInput';
import { choice, number, type Reader, text } from '../../../shared/input/kind';
import { isEmpty } from '../../../shared/input/query';
import { isObject } from '../../../shared/response/response';

/**
 * One way to bring the code to its recipient (`routing_strategy`; docs/api/lox24.md, "One-time
 * codes").
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

const CHANNELS = ['telegram', 'voice', 'sms'].map((value) => ({ name: value, value }));

/**
 * Puts the channels of a one-time code on the wire as `routing_strategy`: at least one, each once,
 * SMS only in the last place (docs/api/lox24.md, "One-time codes").
 */
export const checkRouting = prepared(function ({ body }) {
	const fields = body as IDataObject;
	const given = (fields.routing_strategy ?? {}) as { steps?: unknown };
	const steps = [given.steps ?? []].flat().map((step) => {
		if (!isObject(step)) throw notAnEntry(step, 'Channels');
		return step;
	});
	const channels = steps.map(({ channel }) => channel);
	const refuse = (message: string) => {
		throw new BadInput(message, 'Correct the list of channels. Nothing was sent.');
	};
	if (channels.length === 0 || channels.some((one) => String(one ?? '').trim() === ''))
		refuse('Channels is empty');
	if (new Set(channels).size < channels.length) refuse('Channels has the same channel twice');
	if (channels.slice(0, -1).includes('sms')) refuse('Channels has SMS before another channel');
	const read = (label: string, value: unknown, reader: Reader) =>
		isEmpty(value) ? undefined : reader(value, { label, item: this });
	fields.routing_strategy = steps.map(({ channel, senderId, template, timeoutSec }) => ({
		channel: read('Channel', channel, choice(CHANNELS)),
		sender_id: read('Sender ID', senderId, text()),
		template: read('Template', template, text()),
		// Only Telegram takes it.
		...(channel === 'telegram'
			? { timeout_sec: read('Timeout (Seconds)', timeoutSec, seconds) }
			: {}),
	}));
});

/** Until the next channel; without any LOX24 takes 30. */
const seconds = number({ whole: true, least: 30, most: 3600 });
