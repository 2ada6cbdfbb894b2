import { BadInput, prepared } from '../../shared/badInput';

interface Step {
	channel: string;
	/** Seconds; only Telegram takes it. */
	timeout_sec?: number;
}

/** At least one channel, each once, SMS only in the last place (reference, verify codes). */
export const checkRouting = prepared(({ body }) => {
	const { routing_strategy: steps = [] } = body as { routing_strategy?: Step[] };
	const channels = steps.map(({ channel }) => channel);
	for (const step of steps) if (step.channel !== 'telegram') delete step.timeout_sec;
	const refuse = (message: string) => {
		throw new BadInput(message, 'Correct the list of channels. Nothing was sent.');
	};
	if (channels.length === 0) refuse('Channels is empty');
	if (new Set(channels).size < channels.length) refuse('Channels has the same channel twice');
	if (channels.slice(0, -1).includes('sms')) refuse('Channels has SMS before another channel');
});
