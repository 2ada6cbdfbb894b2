import fc from 'fast-check';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { lox24 } from '../../nodes/Lox24/api/service';
import type { HttpResponse } from '../../nodes/shared/response/response';
import { isRead, judge, LOOK_IT_UP } from '../../nodes/shared/send/judge';
import type { Effect } from '../../nodes/shared/send/stage';
import type { Service } from '../../nodes/shared/service';
import { voipNow } from '../../nodes/VoipNow/api/service';
import { aRead, aRequest, failureOf, givenService } from './given';

/** The whole list of the design: with these nothing was carried out. */
const REFUSED = [
	301, 307, 308, 400, 401, 402, 403, 404, 405, 406, 409, 410, 413, 415, 422, 429, 501,
];

const ALL = Array.from({ length: 500 }, (_, index) => 100 + index);

const KINDS: Array<{ kind: string; request: IHttpRequestOptions; effect?: Effect }> = [
	{ kind: 'a read', request: aRead },
	{ kind: 'a POST that only asks', request: aRequest },
	{ kind: 'an idempotent write', request: { ...aRequest, method: 'PUT' } },
	{ kind: 'a DELETE', request: { ...aRequest, method: 'DELETE' }, effect: { isIdempotent: true } },
	{ kind: 'an effect', request: aRequest, effect: { costs: true } },
];

/** What a response says about a request for an effect, if nothing else is said. */
function judged(
	response: Partial<HttpResponse>,
	{
		service = {},
		request = aRequest,
		effect,
	}: { service?: Partial<Service>; request?: IHttpRequestOptions; effect?: Effect | null } = {},
) {
	return judge(
		{ service: givenService(service), properties: [] },
		effect === null ? undefined : (effect ?? {}),
		request,
		{ status: 200, headers: {}, body: {}, ...response },
	);
}

/** `success`, or what is said of the effect. */
function outcome(...given: Parameters<typeof judged>): string {
	const sent = judged(...given);
	return 'response' in sent ? 'success' : sent.failure.effect;
}

describe('judge: what each status says', () => {
	test.each(KINDS)('of $kind', ({ kind, request, effect = null }) => {
		const isHarmless = kind === 'a read' || kind === 'a POST that only asks';
		const expected = (status: number) => {
			if (status >= 200 && status < 300) return 'success';
			return isHarmless || REFUSED.includes(status) ? 'none' : 'unknown';
		};
		const table = (say: (status: number) => string) => ALL.map((status) => [status, say(status)]);
		expect(table((status) => outcome({ status }, { request, effect }))).toEqual(table(expected));
	});

	test('a success gives its response as it is', () => {
		const response = { status: 201, headers: { date: 'now' }, body: { uuid: 'a' } };
		expect(judged(response)).toEqual({ response });
	});

	test('a failure has the status, and the words of the service', () => {
		const explain = jest.fn(() => ({ message: 'No', description: 'Do that.', details: { a: 1 } }));
		const properties = [
			{ displayName: 'Phone', name: 'phone', type: 'string', default: '' },
		] as const;
		const response = { status: 422, headers: {}, body: { title: 'No' } };
		const of = { service: givenService({ explain }), properties: [...properties] };
		expect(failureOf(judge(of, {}, aRequest, response))).toEqual({
			message: 'No',
			description: 'Do that.',
			details: { a: 1 },
			status: 422,
			effect: 'none',
		});
		const asked = { method: 'POST', path: '/messages', properties };
		expect(explain).toHaveBeenCalledWith(response, asked);
	});

	test('a request without a method is a GET', () => {
		const isGenuine = jest.fn(() => true);
		judged({}, { request: { url: '/messages' }, service: { isGenuine } });
		expect(isGenuine).toHaveBeenCalledWith('GET', '/messages', expect.anything());
		expect(outcome({ status: 500 }, { request: { url: '/messages' } })).toBe('none');
	});

	test('only what is unknown has to be looked up', () => {
		expect(failureOf(judged({ status: 502 })).description).toBe(`Do that. ${LOOK_IT_UP}`);
		expect(failureOf(judged({ status: 422 })).description).toBe('Do that.');
		expect(failureOf(judged({ status: 502 }, { request: aRead })).description).toBe('Do that.');
	});
});

describe('judge: a success status alone is no success', () => {
	test.each([200, 201, 299])('%i with a page instead of JSON', (status) => {
		expect(outcome({ status, body: '<html>' })).toBe('unknown');
		const asRead = judged({ status, body: '<html>' }, { request: aRead });
		expect(failureOf(asRead)).toEqual({
			message: "The address in the credential returned a web page instead of Service's data",
			description:
				'A proxy or a login page may be in between. Check the address in the credential.',
			status,
			effect: 'none',
		});
	});

	test('without what a success of the service comes with', () => {
		const service = { isGenuine: () => false };
		expect(outcome({}, { service })).toBe('unknown');
		expect(failureOf(judged({}, { service, request: aRead }))).toEqual({
			message: 'The response does not look like one from Service',
			description:
				'It has a success status but not the expected content. A proxy or a login page may be in between.',
			status: 200,
			effect: 'none',
		});
	});

	test('a success that says it was refused certainly was', () => {
		const service = { refusesInSuccess: () => true };
		expect(failureOf(judged({}, { service }))).toMatchObject({
			message: 'It said 200',
			effect: 'none',
			status: 200,
		});
	});

	test('the service is asked for refusals in successes only', () => {
		const refusesInSuccess = jest.fn(() => true);
		expect(outcome({ status: 500 }, { service: { refusesInSuccess } })).toBe('unknown');
		expect(refusesInSuccess).not.toHaveBeenCalled();
		expect(outcome({}, { service: { refusesInSuccess: () => false } })).toBe('success');
	});

	test('the service looks at the response, and at the method and path of the request', () => {
		const isGenuine = jest.fn(() => true);
		const response = { status: 204, headers: {}, body: undefined };
		judged(response, { service: { isGenuine }, request: { ...aRequest, method: 'DELETE' } });
		expect(isGenuine).toHaveBeenCalledWith('DELETE', '/messages', response);
	});
});

describe('judge: redirects', () => {
	test.each([300, 301, 302, 303, 304, 307, 308, 399])('%i names the address', (status) => {
		const { message, description } = failureOf(judged({ status }, { request: aRead }));
		expect(message).toBe(
			'The address in the credential redirects instead of responding for Service',
		);
		expect(description).toBe(
			'Redirects are not followed, because they would pass on the token. Enter the final address, with https, in the credential.',
		);
	});

	test.each([299, 400])('%i is none', (status) => {
		const sent = judged({ status, body: '' });
		expect(failureOf(sent).message).not.toContain('redirects');
	});
});

describe('judge: Retry-After', () => {
	test.each([
		['3', 3000],
		[' 3 ', 3000],
		[3, 3000],
		['0.5', 500],
		['0', undefined],
		['-1', undefined],
		['soon', undefined],
		[undefined, undefined],
	])('%j seconds', (header, retryAfter) => {
		const sent = judged({ status: 503, headers: { 'retry-after': header } });
		expect(failureOf(sent).retryAfter).toBe(retryAfter);
	});
});

describe('judge: which requests leave nothing behind', () => {
	test.each<[IHttpRequestOptions['method'], Effect | undefined, boolean]>([
		['GET', undefined, true],
		['GET', {}, true],
		[undefined, {}, true],
		['POST', undefined, true],
		['POST', {}, false],
		['PUT', undefined, false],
		['PATCH', undefined, false],
		['DELETE', undefined, false],
		['DELETE', { isIdempotent: true }, false],
	])('%s with effect %j: %s', (method, effect, isHarmless) => {
		expect(isRead({ ...aRequest, method }, effect)).toBe(isHarmless);
	});
});

describe('judge: whatever comes back', () => {
	test('an effect is a success, certainly refused or unknown, and nothing is thrown', () => {
		const services = fc.constantFrom(lox24, voipNow);
		const aStatus = fc.integer({ min: 100, max: 599 });
		const headers = fc.dictionary(fc.constantFrom('retry-after', 'date', 'x-a'), fc.string());
		const aBody = fc.oneof(
			fc.jsonValue(),
			fc.string(),
			fc.constant(undefined),
			fc.record({ violations: fc.jsonValue(), detail: fc.jsonValue(), error: fc.jsonValue() }),
		);
		fc.assert(
			fc.property(services, aStatus, headers, aBody, (service, status, given, body) => {
				const response = { status, headers: given, body };
				const sent = judge({ service, properties: [] }, {}, aRequest, response);
				if ('response' in sent) {
					expect(status).toBeGreaterThanOrEqual(200);
					expect(status).toBeLessThan(300);
					expect(typeof body).not.toBe('string');
					return;
				}
				const { effect, message, retryAfter = 1 } = sent.failure;
				const isListed = REFUSED.includes(status) || service.refusesInSuccess?.(response);
				expect(effect).toBe(isListed ? 'none' : 'unknown');
				expect(message).not.toBe('');
				expect(retryAfter).toBeGreaterThan(0);
			}),
			{ numRuns: 500 },
		);
	});
});
