import type { Stage } from './stage';

/** Renews tokens that expire: before sending, and when one is refused. */
export const token: Stage = async (run, _task, request, next) => {
	const send = async () => await next(request);
	return run.tokens ? await run.tokens.withToken(run.context, send) : await send();
};
