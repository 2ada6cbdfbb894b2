import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Failure } from '../answer/failure';
import { readPages } from './pages';
import { repeat } from './repeat';
import { type Context, isAborted, type Run } from './run';
import { type Sent, send } from './send';
import type { Service } from '../service';
import { MOST_ENTRIES, settle } from './settle';

/** LOX24 answers it when the credit is used up (reference, section 2.3). */
const NO_CREDIT = 402;

/**
 * Brings one request to the service: through the gate, in a slot, with the repeats it may have.
 *
 * @param request complete, with base URL and a filled path
 * @param earlier how it ended on an earlier try, if that left open what became of it: then it is
 * looked up first
 */
export async function transmit(
	context: Context,
	service: Service,
	run: Run,
	request: IHttpRequestOptions,
	earlier?: Failure,
): Promise<Sent> {
	const refusal = await run.gate.enter();
	if (refusal) return { failure: refusal };
	return await run.slots.use(async () => {
		// While this one waited for its slot, another one may have been refused.
		if (run.gate.refusal) return { failure: run.gate.refusal };
		const isStopped = () => run.isGivenUp || isAborted(context);
		if (isStopped()) {
			run.gate.pass();
			return { failure: stopped() };
		}
		const harmless = service.mayRepeat(request.method ?? 'GET', request.url);
		const sendUnlessStopped = async (one: IHttpRequestOptions) =>
			isStopped() ? { failure: stopped() } : await send(context, service, one);
		const bringOnce = async (one: IHttpRequestOptions) =>
			await run.renewal.deliver(context, service, async () => await sendUnlessStopped(one));
		const bringInForm = async (one: IHttpRequestOptions) => {
			const sent = await bringOnce(one);
			const status = 'failure' in sent ? sent.failure.status : undefined;
			const other = service.otherForm?.(one, status);
			return other ? await bringOnce(other) : sent;
		};
		const bring = async (one: IHttpRequestOptions, isHarmless: boolean) =>
			await repeat(async () => await bringInForm(one), isHarmless, isStopped);
		const sendIt = async () => await bring(request, harmless);
		const question = service.lookUp?.(request, run.startedAt);
		let sent: Sent = earlier ? { failure: earlier } : await sendIt();
		if (question) {
			const ask = async () =>
				await readPages(question.request, MOST_ENTRIES, async (page) => await bring(page, true));
			sent = await settle(sent, question, ask, sendIt, isStopped);
		}
		report(service, run, sent);
		if ('failure' in sent && !context.continueOnFail()) run.giveUp();
		return sent;
	});
}

function report(service: Service, run: Run, sent: Sent): void {
	if ('answer' in sent) {
		run.gate.open();
		return;
	}
	const { failure } = sent;
	if (failure.noAccess) {
		run.gate.close(failure, true);
		return;
	}
	if (failure.status === undefined) {
		// Nobody there: the other items would only wait for the same. A connection that was
		// made and then lost says nothing about them.
		if (failure.transport && failure.effect === 'none') run.gate.close(failure, false);
		else run.gate.open();
		return;
	}
	const { status } = failure;
	if (service.refusesAccount(failure)) run.gate.close(failure, true);
	else if (status === NO_CREDIT) run.gate.close(failure, false);
	else run.gate.open();
}

function stopped(): Failure {
	return {
		message: 'The execution was stopped',
		description: 'This item was not sent.',
		effect: 'none',
		cancelled: true,
	};
}
