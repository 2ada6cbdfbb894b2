import type { Stage } from './stage';

/** A fresh token, and a new one when it is refused, for credentials whose tokens end. */
export const token: Stage = async (run, _task, request, next) => {
	const send = async () => await next(request);
	return run.tokens ? await run.tokens.deliver(run.context, send) : await send();
};
