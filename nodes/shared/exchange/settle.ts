import { sleep } from 'n8n-workflow';

import { isObject } from '../answer/answer';
import type { Failure } from '../answer/failure';
import { MAX_TRIES } from './repeat';
import type { Sent } from './send';
import type { Question } from '../service';

/** More entries than this are not read; if it is not among them, the outcome stays unknown. */
export const MOST_ENTRIES = 1000;

/** Milliseconds that the service has to finish what it may still be doing. */
const PATIENCE = 500;

/**
 * Finds out what became of a request whose outcome is unknown, where the service can be asked:
 * it was carried out, or it was not and is sent again.
 *
 * After a timeout the service may be at it for a long time yet, so there "not found" settles
 * nothing and the outcome stays unknown.
 *
 * @param ask reads the list that answers the question
 * @param sendAgain sends the request once more
 */
export async function settle(
	sent: Sent,
	question: Question,
	ask: () => Promise<{ entries: unknown[] } | { failure: Failure }>,
	sendAgain: () => Promise<Sent>,
	isStopped: () => boolean,
): Promise<Sent> {
	let current = sent;
	for (let tries = 1; 'failure' in current && current.failure.effect === 'unknown'; tries++) {
		if (isStopped()) return current;
		await sleep(PATIENCE);
		const reply = await ask();
		if ('failure' in reply) return current;
		const entries = reply.entries.filter(isObject);
		const found = entries.find((entry) => question.matches(entry) === 'yes');
		if (found) return { answer: { status: 200, headers: {}, body: found } };
		const isUnclear =
			entries.length >= MOST_ENTRIES ||
			entries.some((entry) => question.matches(entry) === 'maybe');
		if (isUnclear || current.failure.timedOut) return current;
		if (tries >= MAX_TRIES) return notSent(current.failure.message);
		current = await sendAgain();
	}
	return current;
}

function notSent(reason: string): Sent {
	return {
		failure: {
			message: `${reason}; it was looked up and not found`,
			description: 'The request was not carried out. It can be sent again.',
			effect: 'none',
		},
	};
}
