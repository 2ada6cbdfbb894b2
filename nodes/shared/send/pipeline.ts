import type { IHttpRequestOptions } from 'n8n-workflow';

import { complete } from './complete';
import { concurrency } from './concurrency';
import { guard, observe } from './guard';
import { isRead, LOOK_IT_UP } from './judge';
import { once } from './once';
import { otherForm } from './otherForm';
import { read } from './read';
import { recall } from './recall';
import { resolve } from './resolve';
import { retry } from './retry';
import type { Run } from './run';
import type { Sent, Stage, Task } from './stage';
import { token } from './token';

/** The stages of a request, from the outside in. The order is the policy. */
const STAGES: Stage[] = [
	// what already happened is not done again
	recall,
	// a refused token is not tried by every item
	guard,
	// at most so many in flight, with all that follows
	concurrency,
	// what only the service knows, and the content of files
	complete,
	// items are made while the slot is still taken
	read,
	// whether it was carried out, where nobody said so
	resolve,
	// passing faults
	retry,
	// what each response says about the token
	observe,
	// for systems that know the operation by another name
	otherForm,
	// a fresh token, and a new one when it is refused
	token,
];

/**
 * Sends one request through all stages.
 *
 * @returns what came of it; it never throws
 */
export async function send(run: Run, task: Task, request: IHttpRequestOptions): Promise<Sent> {
	const from = (index: number, owner: Task) => async (one: IHttpRequestOptions, other?: Task) => {
		const who = other ?? owner;
		const stage = STAGES[index];
		return stage ? await stage(run, who, one, from(index + 1, who)) : await once(run, who, one);
	};
	try {
		return await from(0, task)(request);
	} catch (error) {
		return { failure: unforeseen(error, isRead(request, task.effect)) };
	}
}

function unforeseen(error: unknown, isHarmless: boolean) {
	const reason = error instanceof Error ? error.message : String(error);
	return {
		message: `Something unexpected happened: ${reason}`,
		description: isHarmless ? 'Try again.' : LOOK_IT_UP,
		effect: isHarmless ? ('none' as const) : ('unknown' as const),
	};
}
