import type { INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { type Given, retry, run } from './run';

/** A success status with a response that proves nothing, and what follows from it. */
describe('responses that prove nothing', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const sms = (more: INodeParameters = {}, items = 1): Given => ({
		node: 'lox24',
		parameters: {
			resource: 'sms',
			operation: 'send',
			senderId: 'MyShop',
			phone: '={{ $json.phone }}',
			text: 'Hello',
			...more,
		},
		items: Array.from({ length: items }, (_, id) => ({ phone: `+491511234567${id}` })),
		url: sandbox.url,
		onError: 'continueRegularOutput',
	});
	const posts = () => sandbox.journal.entries().filter(({ method }) => method === 'POST');

	test.each([
		'{"status":"error","message":"upstream refused"}',
		'{"id":null}',
		'{"uuid":""}',
		'{"data":{"id":1}}',
		'[{"status":"queued"}]',
		'[]',
		'{"id":{"a":1}}',
	])('sms: 201 with %s is unknown, never sent', async (body) => {
		sandbox.faults.add({ method: 'POST', kind: 'body', status: 201, body, times: 1 });
		// It has been sent, and the list does not show it yet.
		sandbox.faults.add({ method: 'GET', kind: 'body', status: 200, body: '[]', times: 99 });
		const { main } = await run(sms());
		expect(main[0].json.error).toBeDefined();
		expect(main[0].json.details).toMatchObject({ outcome: 'unknown' });
		expect(posts()).toHaveLength(1);
	});

	test.each(['{"status":"error"}', '[{"extension":"0003*210"}]', '{}', '[]'])(
		'phone call: 200 with %s is unknown, and rings nobody again',
		async (body) => {
			sandbox.faults.add({ method: 'POST', kind: 'body', status: 200, body, times: 1 });
			const { main } = await run({
				node: 'voipNow',
				parameters: {
					resource: 'phoneCall',
					operation: 'make',
					userId: '@me',
					extension: '0003*210',
					destination: '+15551234567',
				},
				url: sandbox.url,
				onError: 'continueRegularOutput',
			});
			expect(main[0].json.error).toBeDefined();
			expect(posts().length).toBeLessThanOrEqual(1);
		},
	);

	test('send again: a refusal of the second one says nothing about the first', async () => {
		sandbox.faults.add({ method: 'POST', kind: 'reset-before', times: 1 });
		sandbox.faults.add({ method: 'POST', kind: 'status', status: 402, times: 1 });
		const { main } = await run(sms({ options: { ifUnknown: 'sendAgain' } }));
		expect(main[0].json.details).toMatchObject({ outcome: 'unknown' });
	});

	test.each([
		{ name: 'no body', body: '' },
		{ name: 'entries without Callback Data', body: '{"hydra:member":[{"uuid":"x"}]}' },
	])('skip if already sent: a look-up with $name sends nothing', async ({ body }) => {
		sandbox.faults.add({ method: 'GET', path: '/sms*', kind: 'body', status: 200, body, times: 9 });
		const { main } = await run(
			sms({
				additionalFields: { callbackData: 'order-1' },
				options: { skipIfAlreadySent: true },
			}),
		);
		expect(main[0].json.error).toBeDefined();
		expect(posts()).toEqual([]);
	});

	test('bulk: whoever comes first in the list, a retry knows that it is the same', async () => {
		const bulk = (...recipients: string[]): Given => ({
			node: 'lox24',
			parameters: {
				resource: 'bulk',
				operation: 'create',
				name: 'News',
				senderId: 'MyShop',
				recipientsFrom: 'list',
				phones: recipients,
				text: 'Hello',
			},
			url: sandbox.url,
		});
		sandbox.faults.add({ method: 'POST', kind: 'reset-after', times: 1 });
		const given = bulk('+4915112345678', '+4915112345679');
		const failed = await run(given);
		expect(posts()).toHaveLength(1);
		await retry(given, failed, {
			parameters: bulk('+4915112345679', '+4915112345678').parameters,
		});
		expect(posts()).toHaveLength(1);
	});

	test('one refused token counts as one, however many items wait for it', async () => {
		sandbox.faults.add({ kind: 'status', status: 401, times: 1 });
		await run(sms({}, 20));
		const refused = sandbox.journal.entries().length;
		expect(refused).toBeLessThanOrEqual(2);
		await run(sms({}, 1));
		expect(posts().length).toBe(refused + 1);
	});
});
