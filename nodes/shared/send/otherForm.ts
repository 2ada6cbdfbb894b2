import type { Stage } from './stage';

/** The same request in another version's form, if the service does not know this one. */
export const otherForm: Stage = async (run, _task, request, next) => {
	const sent = await next(request);
	if (!('failure' in sent)) return sent;
	const other = run.service.otherForm?.(request, sent.failure.status);
	return other ? await next(other) : sent;
};
