import type { Failure } from '../response/failure';
import { isObject } from '../response/response';
import { LOOK_IT_UP } from './judge';
import type { Recalled } from './ledger';
import type { Sent, Stage } from './stage';

/**
 * Milliseconds before each look-up. A list may show a message only after a while; what is not in
 * it then may still come, so "not found" proves nothing.
 */
const WAITS = [500, 1500, 4000];

/** The node may stop at this item on every retry. */
const GO_ON = 'To send the other items, let the node continue when one fails, and retry.';

/**
 * Finds out whether a request was carried out whose outcome is unknown, where the service can be
 * asked. A look-up proves that it was, never that it was not: nothing is sent again because of it,
 * unless the user wants that.
 */
export const resolve: Stage = async (run, task, request, next) => {
	const sent: Sent = task.earlier ? { failure: leftOpen(task.earlier) } : await next(request);
	if (!task.effect || !('failure' in sent) || sent.failure.effect !== 'unknown') return sent;

	const question = run.service.lookUp?.(request, task, run);
	for (const wait of question ? WAITS : []) {
		if (!run.isStopped) await run.wait(wait);
		if (run.isStopped) return sent;
		const asked = await next(question!.request, { itemIndexes: task.itemIndexes });
		if ('failure' in asked) continue;
		const entry = question!.entries(asked.response).filter(isObject).find(question!.proves);
		if (!entry) continue;
		const isEarlier = task.earlier && 'isEarlier' in task.earlier;
		const response = { status: 200, headers: {}, body: entry };
		return isEarlier ? { response, isEarlier } : { response };
	}
	if (task.ifUnknown === 'sendAgain' && !run.isStopped) {
		const again = await next(request);
		// Whatever this one returns, the outcome of the first one is still unknown.
		return 'failure' in again ? { failure: { ...again.failure, effect: 'unknown' } } : again;
	}
	return question ? { failure: notFound(sent.failure) } : sent;
};

/** Result of an item whose outcome an earlier try left unknown. */
export function leftOpen(earlier: Recalled): Failure {
	const known = earlier && 'failure' in earlier ? earlier.failure : undefined;
	const said = known?.description ?? LOOK_IT_UP;
	return {
		message: 'An earlier try of this item ended without a response',
		...known,
		description: said.endsWith(GO_ON) ? said : `${said} ${GO_ON}`,
		effect: 'unknown',
	};
}

function notFound(failure: Failure): Failure {
	const found = '; it was looked up and not found yet';
	const { message } = failure;
	return message.endsWith(found) ? failure : { ...failure, message: `${message}${found}` };
}
