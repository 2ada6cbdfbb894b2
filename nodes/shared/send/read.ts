import { Refused } from '../response/failure';
import type { Stage } from './stage';

/** Turns a response into items within its slot, so that few are in memory. */
export const read: Stage = async (_run, task, request, next) => {
	const sent = await next(request);
	if ('failure' in sent || sent.items || !task.read) return sent;
	try {
		return { ...sent, items: await task.read(sent.response, request) };
	} catch (error) {
		if (error instanceof Refused) return { failure: error.failure };
		const reason = error instanceof Error ? error.message : String(error);
		return {
			failure: {
				message: `The response could not be read: ${reason}`,
				description: task.effect
					? 'The request was accepted. Look it up before you send it again.'
					: 'Try again.',
				effect: task.effect ? 'unknown' : 'none',
			},
		};
	}
};
