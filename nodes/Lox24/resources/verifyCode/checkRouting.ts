import type { IDataObject } from 'n8n-workflow';

import { BadInput, notAnEntry, prepared } from '../../../shared/input/badInput';
import { choice, number, type Reader, text } from '../../../shared/input/kind';
import { isEmpty } from '../../../shared/input/query';
import { isObject } from '../../../shared/response/response';

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
