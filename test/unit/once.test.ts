import type { IHttpRequestOptions } from 'n8n-workflow';

import { LOOK_IT_UP } from '../../nodes/shared/send/judge';
import { once } from '../../nodes/shared/send/once';
import type { Sent } from '../../nodes/shared/send/stage';
import type { TokenKeeper } from '../../nodes/shared/service';
import {
	aRead,
	aRequest,
	failed,
	failureOf,
	givenRun,
	givenService,
	givenTask,
	type Http,
	NOON,
	ok,
	settle,
} from './given';

const anEffect = givenTask({ effect: {} });

/** As n8n reports a connection that was lost. */
const lost = () => Object.assign(new Error('socket hang up'), { cause: { code: 'ECONNRESET' } });

/** A request that never gets a response, but can be ended. */
const endless: Http = async (_request, signal) =>
	await new Promise((_resolve, reject) => {
		const end = () => reject(Object.assign(new Error(), { cause: { code: 'ERR_CANCELED' } }));
		signal.addEventListener('abort', end);
	});

describe('once: one request, sent once', () => {
	test('n8n gets what it needs so that every status is a response', async () => {
		const http = jest.fn<ReturnType<Http>, Parameters<Http>>(async () => ({ body: { id: 1 } }));
		const { run } = givenRun({ http });
		const sent = await once(run, givenTask(), {
			...aRequest,
			headers: { Accept: 'a' },
			timeout: 5,
		});
		expect(sent).toEqual(ok({ id: 1 }));
		expect(http).toHaveBeenCalledTimes(1);
		expect(http.mock.calls[0][0]).toEqual({
			...aRequest,
			headers: { Accept: 'a' },
			timeout: 5,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		});
	});

	test('the token that n8n writes into the headers stays out of the request', async () => {
		const request = { ...aRequest, headers: { Accept: 'a' } };
		const http = async ({ headers }: IHttpRequestOptions) => {
			Object.assign(headers!, { 'X-Token': 'secret' });
			return {};
		};
		await once(givenRun({ http }).run, givenTask(), request);
		expect(request.headers).toEqual({ Accept: 'a' });
	});

	test('a request without headers can get a token as well', async () => {
		const http = jest.fn<ReturnType<Http>, Parameters<Http>>(async () => ({}));
		await once(givenRun({ http }).run, givenTask(), aRequest);
		expect(http.mock.calls[0][0].headers).toEqual({});
	});

	test('it is sent with the credential in use, by the context of the run', async () => {
		const { run } = givenRun({
			service: givenService({ credentialType: ({ getNode }) => `${getNode().name} credential` }),
		});
		const send = jest.spyOn(run.context.helpers, 'httpRequestWithAuthentication');
		await once(run, givenTask(), aRequest);
		expect(send.mock.calls[0][0]).toBe('SMS credential');
		expect((send.mock.contexts[0] as unknown as typeof run.context).getNode().name).toBe('SMS');
	});

	test('the response is judged for this effect', async () => {
		const http = async () => ({ statusCode: 502 });
		const judged = async (task = givenTask()) =>
			failureOf(await once(givenRun({ http }).run, task, aRequest));
		expect((await judged(anEffect)).effect).toBe('unknown');
		expect((await judged()).effect).toBe('none');
	});

	test('an empty body is none', async () => {
		const { run } = givenRun({ http: async () => ({ statusCode: 204, body: '' }) });
		expect(await once(run, anEffect, aRequest)).toMatchObject({
			response: { status: 204, body: undefined },
		});
	});

	describe('secrets in a response', () => {
		const credential = { token: 'client:my-secret' };
		const body = { detail: 'my-secret is wrong' };

		test('a refusal loses them before anything is made of it', async () => {
			const explain = jest.fn(() => ({ message: 'No', description: 'Do that.' }));
			const http = async () => ({ statusCode: 401, body });
			const { run } = givenRun({ credential, http, service: givenService({ explain }) });
			await once(run, givenTask(), aRequest);
			expect(explain).toHaveBeenCalledWith(
				{ status: 401, headers: {}, body: { detail: '… is wrong' } },
				expect.anything(),
			);
		});

		test('so do the results of a batch, which may be refusals', async () => {
			const { run } = givenRun({ credential, http: async () => ({ body: [body] as never }) });
			expect(await once(run, givenTask(), aRequest)).toEqual(ok([{ detail: '… is wrong' }]));
		});

		test('a success comes through as it is', async () => {
			const { run } = givenRun({ credential, http: async () => ({ body }) });
			expect(await once(run, givenTask(), aRequest)).toEqual(ok(body));
		});
	});

	describe('an obstacle that came up since it was let through', () => {
		test('the account was refused: nothing is sent', async () => {
			const http = jest.fn(async () => ({}));
			const { run } = givenRun({ http });
			const refused = failed({ status: 401 });
			run.guard.observe(refused, () => true);
			const task = givenTask();
			expect(await once(run, task, aRequest)).toEqual(refused);
			expect(http).not.toHaveBeenCalled();
			expect([run.hasSent, task.sentAt]).toEqual([false, undefined]);
		});

		test('the credit is used up: only what costs is not sent', async () => {
			const { run } = givenRun();
			const noCredit = failed({ status: 402 });
			run.guard.observe(noCredit, () => false);
			expect(await once(run, givenTask({ effect: { costs: true } }), aRequest)).toEqual(noCredit);
			expect(await once(run, anEffect, aRequest)).toEqual(ok({}));
		});
	});

	test('it notes that something was sent, and when it was first', async () => {
		const { run, clock } = givenRun();
		const task = givenTask();
		await once(run, task, aRequest);
		expect([run.hasSent, task.sentAt]).toEqual([true, NOON]);
		clock.time += 1000;
		await once(run, task, aRequest);
		expect(task.sentAt).toBe(NOON);
	});

	test('that something was sent is known before n8n has it', async () => {
		const { run } = givenRun({
			async http() {
				expect(run.hasSent).toBe(true);
				return {};
			},
		});
		await once(run, givenTask(), aRequest);
		expect.assertions(1);
	});

	describe('no response', () => {
		const http = async () => await Promise.reject(lost());

		test('an effect is unknown', async () => {
			const failure = failureOf(await once(givenRun({ http }).run, anEffect, aRequest));
			expect(failure).toMatchObject({ effect: 'unknown', transport: true });
			expect(failure.description).toContain(LOOK_IT_UP);
		});

		test('a read can be tried again', async () => {
			for (const [task, request] of [
				[anEffect, aRead],
				[givenTask(), aRequest],
			] as const) {
				const failure = failureOf(await once(givenRun({ http }).run, task, request));
				expect(failure).toMatchObject({ effect: 'none', transport: true });
				expect(failure.description).toContain('Try again.');
			}
		});

		test('a keeper of tokens can know better', async () => {
			const { failure } = failed({ message: 'There is no token', status: undefined });
			const explain = jest.fn(() => failure);
			const tokens = (): TokenKeeper => ({
				withToken: async (_context, send) => await send(),
				explain,
			});
			const { run } = givenRun({ http, service: givenService({ tokens }) });
			expect(await once(run, anEffect, aRequest)).toEqual({ failure });
			expect(explain).toHaveBeenCalledWith(lost());
		});

		test('a keeper of tokens that knows nothing of it changes nothing', async () => {
			const tokens = (): TokenKeeper => ({
				withToken: async (_context, send) => await send(),
				explain: () => undefined,
			});
			const { run } = givenRun({ http, service: givenService({ tokens }) });
			expect(failureOf(await once(run, anEffect, aRequest)).transport).toBe(true);
		});
	});

	describe('the signal that ends it', () => {
		test('when its whole time is up, that is why', async () => {
			const { run } = givenRun({ http: endless });
			const sent = await once(run, anEffect, { ...aRequest, timeout: 1000 });
			expect(failureOf(sent)).toMatchObject({ effect: 'unknown', transport: true });
			expect(failureOf(sent).description).toContain('It timed out.');
			expect(failureOf(sent).cancelled).toBeUndefined();
		});

		test('when the execution is stopped it ends at once, and is unknown', async () => {
			const stop = new AbortController();
			const { run } = givenRun({ http: endless, stop: stop.signal });
			let sent: Sent | undefined;
			void once(run, anEffect, { ...aRequest, timeout: 10_000 }).then((one) => (sent = one));
			await settle();
			expect(sent).toBeUndefined();
			stop.abort();
			await settle();
			expect(failureOf(sent!)).toMatchObject({ effect: 'unknown', cancelled: true });
		});

		test('it is left again, whatever came of the request', async () => {
			for (const http of [async () => ({}), async () => await Promise.reject(lost())]) {
				const stop = new AbortController();
				let ofRequest: AbortSignal | undefined;
				const { run } = givenRun({
					stop: stop.signal,
					async http(_request, signal) {
						ofRequest = signal;
						return await http();
					},
				});
				await once(run, givenTask(), aRequest);
				stop.abort();
				expect(ofRequest?.aborted).toBe(false);
			}
		});
	});
});
