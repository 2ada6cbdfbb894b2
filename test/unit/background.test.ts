import type { ICredentialDataDecryptedObject, IDataObject, IHookFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { BadInput } from '../../nodes/shared/input/badInput';
import { Background } from '../../nodes/shared/send/background';
import { forgetAccounts } from '../../nodes/shared/send/guard';
import type { Service } from '../../nodes/shared/service';
import { FakeClock, givenContext, givenService, type Http } from './given';

const REFUSED = { statusCode: 401 };
const SECRET = 'my-secret-token';

interface Given {
	http?: Http;
	service?: Partial<Service>;
	data?: IDataObject;
	credential?: ICredentialDataDecryptedObject;
	clock?: FakeClock;
}

/** Each is another try to publish: n8n makes everything anew, apart from the static data. */
async function start({
	data = {},
	credential = { token: SECRET },
	clock = new FakeClock(),
	...given
}: Given) {
	forgetAccounts();
	const context = Object.assign(givenContext({ http: given.http }), {
		getCredentials: async () => credential,
		getWorkflowStaticData: () => data,
	}) as unknown as IHookFunctions;
	return await Background.of(context, givenService(given.service), clock);
}

const errorOf = async (work: Promise<unknown>): Promise<NodeApiError> =>
	await work.then(
		() => Promise.reject(new Error('it has worked')),
		(error: NodeApiError) => error,
	);

describe('background: what n8n asks for without an execution', () => {
	test('a request goes to the address of the credential, and its body comes back', async () => {
		const http = jest.fn<ReturnType<Http>, Parameters<Http>>(async () => ({ body: { a: 1 } }));
		const background = await start({ http });
		const asking = { method: 'PUT' as const, path: '/events/1', body: { note: 'x' } };
		expect(await background.ask(asking)).toEqual({ a: 1 });
		expect(http.mock.calls[0][0]).toMatchObject({
			baseURL: 'https://service.example',
			method: 'PUT',
			url: '/events/1',
			body: { note: 'x' },
		});
	});

	test('a refusal is an error in the words of the service, without secrets', async () => {
		const explain = () => ({ message: `No ${SECRET}`, description: 'Do that.' });
		const http: Http = async () => ({ statusCode: 422 });
		const background = await start({ http, service: { explain } });
		const error = await errorOf(background.ask({ path: '/' }));
		expect(error).toBeInstanceOf(NodeApiError);
		expect([error.message, error.description]).toEqual(['No …', 'Do that.']);
	});

	test('a list that could not be read to its end is an error', async () => {
		const failure = { message: 'Half of it', description: '', effect: 'none' as const };
		const readList = async () => ({ entries: [1], failure });
		const background = await start({ service: { readList } });
		expect((await errorOf(background.list('/events'))).message).toBe('Half of it');
	});

	test('an address that cannot be used is told as such, and nothing is sent', async () => {
		const http = jest.fn<ReturnType<Http>, Parameters<Http>>();
		const connection = () => {
			throw new BadInput('Host is not valid', 'Nothing was sent.');
		};
		const background = await start({ http, service: { connection } });
		for (const work of [background.ask({ path: '/' }), background.list('/events')]) {
			const error = await errorOf(work);
			expect(error).toBeInstanceOf(NodeOperationError);
			expect(error.message).toBe('Host is not valid');
		}
		expect(http).not.toHaveBeenCalled();
	});

	describe('a credential that is refused', () => {
		test('five tries to publish are one request, and all say the same', async () => {
			const http = jest.fn<ReturnType<Http>, Parameters<Http>>(async () => REFUSED);
			const given = { http, data: {}, clock: new FakeClock() };
			for (const wait of [0, 1000, 2000, 4000, 8000]) {
				given.clock.time += wait;
				const background = await start(given);
				expect((await errorOf(background.ask({ path: '/' }))).message).toBe('It said 401');
			}
			expect(http).toHaveBeenCalledTimes(1);
			expect(JSON.stringify(given.data)).not.toContain(SECRET);
		});

		test.each<[string, (given: Given & { clock: FakeClock }) => object]>([
			['a minute later', ({ clock }) => ((clock.time += 60_000), {})],
			['with another token', () => ({ credential: { token: 'another-token' } })],
			['when the clock was set back', ({ clock }) => ((clock.time -= 1000), {})],
		])('%s it is asked again', async (_when, change) => {
			const given = { data: {}, clock: new FakeClock(), http: async () => REFUSED };
			await errorOf((await start(given)).ask({ path: '/' }));
			const http: Http = async () => ({ body: { all: 'well' } });
			const background = await start({ ...given, http, ...change(given) });
			expect(await background.ask({ path: '/' })).toEqual({ all: 'well' });
			expect(given.data).toEqual({});
		});

		test('other failures are not remembered', async () => {
			const http = jest.fn<ReturnType<Http>, Parameters<Http>>(async () => ({ statusCode: 500 }));
			const given = { http, data: {}, clock: new FakeClock() };
			for (const expected of [1, 2]) {
				await errorOf((await start(given)).ask({ path: '/' }));
				expect(http).toHaveBeenCalledTimes(expected);
			}
		});
	});
});
