import { noResponse, type RequestError } from '../../nodes/shared/response/noResponse';
import { givenService } from './given';

const service = givenService();
const LOOK = 'Look it up.';

/** The same code as both generations of n8n give it: with `cause` from 2.32 on. */
const forms: Array<{ n8n: string; of(code: string, more?: object): RequestError }> = [
	{
		n8n: '2.32 and later',
		of: (code, more) => ({ name: 'NodeApiError', httpCode: code, cause: { code, ...more } }),
	},
	{ n8n: 'before 2.32', of: (code) => ({ name: 'NodeApiError', httpCode: code }) },
	{ n8n: 'before 2.32, cause empty', of: (code) => ({ name: 'Error', httpCode: code, cause: {} }) },
];

describe.each(forms)('a request without a response, n8n $n8n', ({ of }) => {
	test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
		'%s: it was never connected, so nothing was carried out',
		(code) => {
			const failure = noResponse(service, of(code), { lookItUp: LOOK });
			expect(failure).toEqual({
				message: 'Service could not be reached',
				description: `The connection ended with ${code}. Check the address in the credential and the network of this n8n server. Nothing was sent.`,
				effect: 'none',
				transport: true,
			});
		},
	);

	test('an invalid URL was never connected either', () => {
		expect(noResponse(service, of('ERR_INVALID_URL'), { lookItUp: LOOK }).effect).toBe('none');
	});

	test.each([
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'CERT_HAS_EXPIRED',
		'CERT_UNTRUSTED',
		'ERR_TLS_CERT_ALTNAME_INVALID',
	])('%s: the certificate was not accepted, for no item', (code) => {
		const failure = noResponse(service, of(code), { lookItUp: LOOK });
		expect(failure).toMatchObject({
			message: 'The TLS certificate of Service was not accepted',
			effect: 'none',
			noAccess: true,
		});
		expect(failure.description).toContain(`The reason is ${code}. `);
		expect(failure.description).toContain('Nothing was sent.');
		expect(failure.transport).toBeUndefined();
	});

	test.each([
		...['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT', 'EPROTO'],
		// They only hold or begin like one that says more.
		...['XECONNREFUSED', 'ENOTFOUND_NOW', 'MY_CERT_FAULT', 'A_FAULT_NOBODY_FORESAW'],
	])('%s: it may have been carried out', (code) => {
		expect(noResponse(service, of(code), { lookItUp: LOOK })).toEqual({
			message: 'The connection to Service was lost before the response came',
			description: `It ended with ${code}. ${LOOK}`,
			effect: 'unknown',
			transport: true,
		});
	});

	test('what leaves nothing behind can be tried again', () => {
		expect(noResponse(service, of('ECONNRESET'))).toEqual({
			message: 'The connection to Service was lost before the response came',
			description: 'It ended with ECONNRESET. Try again.',
			effect: 'none',
			transport: true,
		});
	});

	test('ERR_CANCELED: the execution was stopped', () => {
		expect(noResponse(service, of('ERR_CANCELED'), { lookItUp: LOOK })).toEqual({
			message: 'The execution was stopped',
			description: `The request was already on its way. ${LOOK}`,
			effect: 'unknown',
			cancelled: true,
		});
		expect(noResponse(service, of('ERR_CANCELED'))).toMatchObject({
			description: 'The request was already on its way. Try again.',
			effect: 'none',
			cancelled: true,
		});
	});

	test('ERR_CANCELED when its time was up: nobody stopped it', () => {
		const failure = noResponse(service, of('ERR_CANCELED'), { lookItUp: LOOK, isOver: true });
		expect(failure).toEqual({
			message: 'The connection to Service was lost before the response came',
			description: `It timed out. ${LOOK}`,
			effect: 'unknown',
			transport: true,
		});
	});
});

describe('a request without a response: what the cause says beyond its code', () => {
	const ended = (error: RequestError) => noResponse(service, error, { lookItUp: LOOK });

	test('a time-out while connecting is one before anything was sent', () => {
		expect(ended({ cause: { code: 'ETIMEDOUT', syscall: 'connect' } }).effect).toBe('none');
		expect(ended({ cause: { code: 'ETIMEDOUT', syscall: 'read' } }).effect).toBe('unknown');
	});

	test.each(['SSL routines: wrong version number', 'sslv3 alert HANDSHAKE failure'])(
		'EPROTO, %s: they could not agree on TLS, so nothing was sent',
		(message) => {
			expect(ended({ cause: { code: 'EPROTO', message } }).effect).toBe('none');
			expect(ended({ cause: { code: 'EPIPE', message } }).effect).toBe('unknown');
		},
	);

	test('EPROTO with another reason is unknown', () => {
		expect(ended({ cause: { code: 'EPROTO', message: 'bad record mac' } }).effect).toBe('unknown');
	});

	test('the code of the cause counts before that of n8n', () => {
		const error = { httpCode: 'ECONNRESET', cause: { code: 'ECONNREFUSED' } };
		expect(ended(error).message).toBe('Service could not be reached');
	});
});

describe("a request without a response: n8n's own errors have a level", () => {
	const withLevel = (message: string) =>
		Object.assign(new Error(message), { level: 'warning' }) as RequestError;

	test.each<[string, RequestError]>([
		['thrown as it is', withLevel('No key')],
		['as the cause', { name: 'NodeApiError', cause: { message: 'x', ...{ level: 'error' } } }],
	])('%s: nothing was sent', (_what, error) => {
		const failure = noResponse(service, error, { lookItUp: LOOK });
		expect(failure.effect).toBe('none');
		expect(failure.transport).toBeUndefined();
		expect(failure.description).toBe(
			'Nothing was sent. Check the credential and the parameters of this node.',
		);
	});

	test('its words are kept; without any it still says something', () => {
		expect(noResponse(service, withLevel('The address is blocked')).message).toBe(
			'The address is blocked',
		);
		const nameless = { level: 'warning' } as RequestError;
		expect(noResponse(service, nameless).message).toBe('The request could not be made');
	});

	test.each<[string, object]>([
		[
			'the wrapper of a request has one as well',
			{ name: 'NodeApiError', level: 'warning', httpCode: 'ECONNRESET' },
		],
		['axios', { cause: { level: 'error', isAxiosError: true } }],
		['axios itself', { name: 'AxiosError', level: 'error', isAxiosError: true }],
	])('%s: it may have been carried out', (_what, error) => {
		expect(noResponse(service, error as RequestError, { lookItUp: LOOK }).effect).toBe('unknown');
	});
});

describe('a request without a response: what nobody foresaw', () => {
	test.each<[string, object]>([
		['a plain error', new TypeError('x is not a function')],
		['an error without anything', {}],
		['a cause without anything', { cause: {} }],
		['no code at all', { name: 'NodeApiError', httpCode: null }],
	])('%s is unknown', (_what, error) => {
		expect(noResponse(service, error as RequestError, { lookItUp: LOOK })).toMatchObject({
			description: `It ended with no code. ${LOOK}`,
			effect: 'unknown',
			transport: true,
		});
	});
});
