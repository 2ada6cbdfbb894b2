import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { noResponse, type RequestError } from '../response/noResponse';
import { toResponse } from '../response/response';
import { isRead, judge, LOOK_IT_UP } from './judge';
import type { Run } from './run';
import type { Sent, Task } from './stage';

/**
 * Sends one request, once.
 *
 * Every status counts as a response: a thrown 401 would make n8n send the request a second time,
 * and a run with a wrong token would use up LOX24's patience with two items.
 */
export async function once(run: Run, task: Task, request: IHttpRequestOptions): Promise<Sent> {
	const { context, service } = run;
	// Another request may have been refused in the meantime.
	const failure = run.obstacle(task);
	if (failure) return { failure };
	const options: IHttpRequestOptions = {
		...request,
		// n8n writes the token into the headers it is given.
		headers: { ...request.headers },
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	const limit = run.limits.begin(request.timeout);
	task.sentAt ??= run.clock.now();
	run.hasSent = true;
	try {
		// n8n uses the caller's signal, not the request's.
		const caller = Object.create(context, {
			getExecutionCancelSignal: { value: () => limit.signal },
		});
		const response: IN8nHttpFullResponse = await context.helpers.httpRequestWithAuthentication.call(
			caller as never,
			service.credentialType(context),
			options,
		);
		const { body, ...head } = toResponse(response);
		// Before shortening, which could leave part of a secret.
		const isClean = head.status < 300 && !Array.isArray(body);
		return judge(run, task.effect, request, { ...head, body: isClean ? body : run.clean(body) });
	} catch (error) {
		const lookItUp = isRead(request, task.effect) ? undefined : LOOK_IT_UP;
		const ending = { lookItUp, isOver: limit.isOver };
		return {
			failure: run.tokens?.explain(error) ?? noResponse(service, error as RequestError, ending),
		};
	} finally {
		limit.end();
	}
}
