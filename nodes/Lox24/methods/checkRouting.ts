import type { IDataObject } from 'n8n-workflow';

import { BadInput, prepared } from '../../shared/input/badInput';
import { isEmpty } from '../../shared/input/query';
import { wholeNumber } from './wholeNumber';

/** The channels as the editor gives them. */
interface Given {
	steps?: Array<{ channel: string; senderId?: string; template?: string; timeoutSec?: unknown }>;
}

/**
 * Puts the channels of a one-time code on the wire as `routing_strategy`: at least one, each
 * once, SMS only in the last place (reference, verify codes).
 */
export const checkRouting = prepared(({ body }) => {
	const fields = body as IDataObject;
	const { steps = [] } = (fields.routing_strategy ?? {}) as Given;
	const channels = steps.map(({ channel }) => channel);
	const refuse = (message: string) => {
		throw new BadInput(message, 'Correct the list of channels. Nothing was sent.');
	};
	if (channels.length === 0) refuse('Channels is empty');
	if (new Set(channels).size < channels.length) refuse('Channels has the same channel twice');
	if (channels.slice(0, -1).includes('sms')) refuse('Channels has SMS before another channel');
	fields.routing_strategy = steps.map(({ channel, senderId, template, timeoutSec }) => ({
		channel,
		sender_id: senderId,
		template,
		// Only Telegram takes it.
		...(channel === 'telegram' ? { timeout_sec: toTimeout(timeoutSec) } : {}),
	}));
});

/** Seconds until the next channel; without any LOX24 takes 30. */
function toTimeout(seconds: unknown): number | undefined {
	return isEmpty(seconds) ? undefined : wholeNumber(seconds, 'Timeout (Seconds)', 30, 3600);
}
