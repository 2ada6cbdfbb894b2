import type { Sent, Stage } from './stage';

/** Total tries, including the first. */
const MOST_TRIES = 3;

/** Milliseconds before the second and third try, plus up to 50 % at random. */
const WAITS = [250, 1000];

/** Maximum wait in milliseconds that a service may ask for. */
const LONGEST_WAIT = 60_000;

const PASSING = new Set([408, 425, 502, 503, 504]);

/**
 * Retries after a transient fault: reads and idempotent writes; anything else only if it certainly
 * never arrived.
 */
export const retry: Stage = async (run, task, request, next) => {
	for (let tries = 1; ; tries++) {
		const sent = await next(request);
		const isSafe = task.effect === undefined || task.effect.isIdempotent === true;
		const wait = waitBefore(sent, tries, run.clock.random(), isSafe);
		if (wait === undefined || run.isOver) return counted(sent, tries);
		await run.wait(wait);
		if (run.isOver) return counted(sent, tries);
	}
};

/** @returns milliseconds, or nothing when it is not sent again */
function waitBefore(
	sent: Sent,
	tries: number,
	chance: number,
	mayRepeat: boolean,
): number | undefined {
	if (!('failure' in sent) || tries >= MOST_TRIES) return undefined;
	const { status, effect, cancelled, transport, retryAfter = 0 } = sent.failure;
	const isPassing = status === undefined ? transport === true : PASSING.has(status);
	const isSafe = mayRepeat || (status === undefined && effect === 'none');
	if (cancelled || !isPassing || !isSafe || retryAfter > LONGEST_WAIT) return undefined;
	return Math.max(retryAfter, WAITS[tries - 1] * (1 + chance / 2));
}

function counted(sent: Sent, tries: number): Sent {
	if (!('failure' in sent) || tries === 1) return sent;
	const { failure } = sent;
	return {
		failure: {
			...failure,
			description: `${failure.description} It was tried ${tries} times.`,
			details: { ...failure.details, tries },
		},
	};
}
