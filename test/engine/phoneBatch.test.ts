import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { ALL_ON_ERROR, byId, phoneCreateBatch, phoneCreateBatchFromItems } from './given';
import { run } from './run';

const numbers = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ phone: `+4915${100_000 + index}` }));

describe('phone: createBatch', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const fromItems = (more: object = {}) => ({
		node: 'lox24' as const,
		parameters: { ...phoneCreateBatchFromItems, ...more },
		url: sandbox.url,
	});

	test('10,000 items, batch size 100: 100 requests, 10,000 items in order, each paired', async () => {
		const items = numbers(10_000);
		const { main, pairedMain, error } = await run({ ...fromItems(), items });

		expect(error).toBeUndefined();
		const sent = sandbox.journal.entries();
		expect(sent).toHaveLength(100);
		expect(sent.every(({ json }) => (json as unknown[]).length === 100)).toBe(true);
		expect(sandbox.peakInFlight()).toBeLessThanOrEqual(10);
		expect(main.map(({ json }) => json.phone)).toEqual(items.map(({ phone }) => phone));
		expect(pairedMain).toEqual(items.map((_item, index) => index));
		expect(main.every(({ json }) => json.success === true && json.status === 201)).toBe(true);
	});

	const containers = ['array', 'object', 'hydra', 'member'] as const;

	test.each(containers)('every container of the response is read: %s', async (container) => {
		sandbox.settings.batchContainer = container;
		const items = numbers(25);
		const { main, pairedMain } = await run({ ...fromItems({ options: { batchSize: 10 } }), items });

		expect(sandbox.journal.entries()).toHaveLength(3);
		expect(main.map(({ json }) => json.phone)).toEqual(items.map(({ phone }) => phone));
		expect(main.every(({ json }) => json.success === true && json.id !== undefined)).toBe(true);
		expect(pairedMain).toEqual(items.map((_item, index) => index));
	});

	/** A response in which every third phone was refused, in the given container. */
	function partial(container: (typeof containers)[number], phones: string[]) {
		const entries = phones.map((phone, index) =>
			index % 3 === 1
				? {
						status: 422,
						body: { violations: [{ propertyPath: 'phone', message: 'Not a number.' }] },
					}
				: { status: 201, body: { '@id': `/phones/${index}`, id: String(index), phone } },
		);
		if (container === 'array') return entries;
		const keyed = Object.fromEntries(entries.map((entry, index) => [String(index), entry]));
		if (container === 'object') return keyed;
		return { [container === 'hydra' ? 'hydra:member' : 'member']: entries };
	}

	test.each(
		containers.flatMap((container) => ALL_ON_ERROR.map((onError) => ({ container, onError }))),
	)(
		'single phones refused by the service: $container, $onError',
		async ({ container, onError }) => {
			const items = numbers(12);
			const body = JSON.stringify(
				partial(
					container,
					items.map(({ phone }) => phone),
				),
			);
			sandbox.faults.add({ kind: 'body', status: 201, body, times: 1 });
			const { main, errors, error, pairedMain, pairedErrors } = await run({
				...fromItems(),
				items,
				onError,
			});

			expect(error).toBeUndefined();
			const refused = items.map((_item, index) => index).filter((index) => index % 3 === 1);
			const accepted = items.map((_item, index) => index).filter((index) => index % 3 !== 1);
			if (onError === 'continueErrorOutput') {
				expect(pairedMain).toEqual(accepted);
				expect(pairedErrors).toEqual(refused);
				for (const { json } of errors) {
					expect(json.error).toContain('Phone Number: Not a number.');
					expect(json.details).toMatchObject({ httpCode: '422', sent: { phone: json.phone } });
				}
				return;
			}
			expect(pairedMain).toEqual(items.map((_item, index) => index));
			main.forEach(({ json }, index) => {
				expect(json).not.toHaveProperty('error');
				expect(json).not.toHaveProperty('@id');
				expect(json.phone).toBe(items[index].phone);
				expect(json.success).toBe(index % 3 !== 1);
				expect(json.status).toBe(index % 3 === 1 ? 422 : 201);
				if (index % 3 === 1) expect(json.message).toContain('Phone Number: Not a number.');
			});
		},
	);

	test('a response that leaves phones out says so for each of them', async () => {
		const items = numbers(3);
		const body = JSON.stringify([{ status: 201, body: { id: '1', phone: items[0].phone } }]);
		sandbox.faults.add({ kind: 'body', status: 201, body, times: 1 });
		const { main } = await run({ ...fromItems(), items, onError: 'continueRegularOutput' });

		expect(main).toHaveLength(3);
		expect(main[0].json.success).toBe(true);
		for (const { json } of main.slice(1)) {
			expect(json.error).toContain('returned no result for this phone');
			expect(json.details).toMatchObject({ effect: 'unknown' });
		}
	});

	test('a batch that fails as a whole marks its own rows only', async () => {
		sandbox.faults.add({ path: '*/batch', kind: 'status', status: 422, skip: 1, times: 1 });
		const items = numbers(50);
		const { main, errors, pairedMain, pairedErrors } = await run({
			...fromItems({ options: { batchSize: 10, concurrency: 1 } }),
			items,
			onError: 'continueErrorOutput',
		});

		expect(sandbox.journal.entries()).toHaveLength(5);
		expect(main).toHaveLength(40);
		expect(errors).toHaveLength(10);
		expect(pairedErrors).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
		expect(pairedMain).not.toEqual(expect.arrayContaining(pairedErrors));
	});

	test('a batch that fails as a whole stops the node with its reason', async () => {
		sandbox.faults.add({ path: '*/batch', kind: 'status', status: 404, skip: 1, times: 100 });
		const { error } = await run({
			...fromItems({ options: { batchSize: 10, concurrency: 1 } }),
			items: numbers(100),
		});

		expect(error?.message).toContain('LOX24 did not find it');
		expect(error?.context?.itemIndex).toBe(10);
		expect(sandbox.journal.entries()).toHaveLength(2);
	});

	describe('from input items', () => {
		const sent = () => sandbox.journal.entries()[0].json as IDataObject[];

		test('mapped automatically by wire name, parameter name and title of the group', async () => {
			const schema = [
				{ id: 'phone', displayName: 'Phone Number (phone)' },
				{ id: 'b', displayName: 'Last name (b)' },
			].map((column) => ({ ...column, required: false, defaultMatch: false, display: true }));
			await run({
				...fromItems({ columns: { mappingMode: 'autoMapInputData', value: null, schema } }),
				items: [
					{ phone: '+491', a: 'Ms. ', 'Last name': 'Jones', d: 12.5, callback_data: 'x', other: 1 },
					{ phone: '+492', b: 'Smith', callbackData: 'y' },
				],
			});
			expect(sent()).toEqual([
				{ phone: '+491', a: 'Ms. ', b: 'Jones', d: '12.5', callback_data: 'x' },
				{ phone: '+492', b: 'Smith', callback_data: 'y' },
			]);
		});

		test('mapped by hand, with expressions', async () => {
			await run({
				...fromItems({
					columns: {
						mappingMode: 'defineBelow',
						value: { phone: '={{ $json.mobile }}', a: '={{ $json.title }} ', b: '' },
						schema: ['phone', 'a', 'b'].map((id) => ({
							id,
							displayName: id,
							required: false,
							defaultMatch: false,
							display: true,
							type: 'string',
						})),
					},
				}),
				items: [
					{ mobile: '+491', title: 'Ms.' },
					{ mobile: '+492', title: 'Mr.' },
				],
			});
			expect(sent()).toEqual([
				{ phone: '+491', a: 'Ms. ' },
				{ phone: '+492', a: 'Mr. ' },
			]);
		});

		test('the group may come from the item: a request for each group', async () => {
			const [other] = [...sandbox.state.groups.values()].filter(({ id }) => id !== 7116);
			const items = numbers(6).map((item, index) => ({
				...item,
				group: index % 2 ? other.id : 7116,
			}));
			const { main } = await run({
				...fromItems({ groupId: byId('={{ $json.group }}') }),
				items,
			});
			expect(
				sandbox.journal
					.entries()
					.map(({ path }) => path)
					.sort(),
			).toEqual([`/groups/${other.id}/phones/batch`, '/groups/7116/phones/batch'].sort());
			expect(main.map(({ json }) => json.phone)).toEqual(items.map(({ phone }) => phone));
		});

		test('phones that cannot be sent: nothing is sent, and all of them are named', async () => {
			const { error } = await run({
				...fromItems(),
				items: [{ phone: '+491' }, { mobile: '+492' }, { phone: '' }, { phone: '1'.repeat(31) }],
			});
			expect(error?.message).toContain('3 entries cannot be sent');
			expect(error?.message).toContain('input item 1: No field of the item is called "phone"');
			expect(error?.message).toContain('input item 2: Phone Number is empty');
			expect(error?.message).toContain('input item 3: Phone Number is too long');
			expect(sandbox.journal.entries()).toEqual([]);
		});

		test('phones that cannot be sent: the others are, when the node continues', async () => {
			const { main, errors, pairedErrors } = await run({
				...fromItems(),
				items: [{ phone: '+491' }, { mobile: '+492' }, { phone: { a: 1 } }, { phone: '+493' }],
				onError: 'continueErrorOutput',
			});
			expect(sent()).toEqual([{ phone: '+491' }, { phone: '+493' }]);
			expect(main).toHaveLength(2);
			expect(errors).toHaveLength(2);
			expect(pairedErrors).toEqual([1, 2]);
		});
	});

	describe('from a list or JSON', () => {
		test('JSON as text and as an array, in wire names or parameter names', async () => {
			const phones = [
				{ phone: '+491', callback_data: 'x' },
				{ phone: '+492', callbackData: 'y', a: 'Ms. ' },
			];
			for (const phonesJson of [JSON.stringify(phones), `={{ ${JSON.stringify(phones)} }}`]) {
				sandbox.journal.clear();
				const { error } = await run({
					...fromItems({ phonesFrom: 'json', phonesJson }),
				});
				expect(error).toBeUndefined();
				expect(sandbox.journal.entries()[0].json).toEqual([
					{ phone: '+491', callback_data: 'x' },
					{ phone: '+492', a: 'Ms. ', callback_data: 'y' },
				]);
			}
		});

		test.each([
			{ phonesJson: '{"phone":"+491"}', message: 'not an array of objects' },
			{ phonesJson: '[1]', message: 'not an array of objects' },
			{ phonesJson: 'nonsense', message: 'not an array of objects' },
			{ phonesJson: '[]', message: 'no phones to add' },
			{ phonesJson: '[{"number":"+491"}]', message: 'do not have: "number"' },
			{ phonesJson: '[{"a":"x"}]', message: 'Phone Number is empty' },
		])('$phonesJson: $message', async ({ phonesJson, message }) => {
			const { error } = await run(fromItems({ phonesFrom: 'json', phonesJson }));
			expect(error?.message).toContain(message);
			expect(sandbox.journal.entries()).toEqual([]);
		});

		test('the lists of several items share requests, and every phone knows its item', async () => {
			const { main, pairedMain } = await run({
				node: 'lox24',
				parameters: {
					...phoneCreateBatch,
					phones: { entries: [{ phone: '={{ $json.first }}' }, { phone: '={{ $json.second }}' }] },
				},
				items: [
					{ first: '+491', second: '+492' },
					{ first: '+493', second: '+494' },
				],
				url: sandbox.url,
			});
			expect(sandbox.journal.entries()).toHaveLength(1);
			expect(main.map(({ json }) => json.phone)).toEqual(['+491', '+492', '+493', '+494']);
			expect(pairedMain).toEqual([0, 0, 1, 1]);
		});

		test('an empty list is refused', async () => {
			const { error } = await run(fromItems({ phonesFrom: 'list', phones: {} }));
			expect(error?.message).toContain('no phones to add');
		});
	});

	describe('Request Options, which n8n applies to declarative operations only', () => {
		test('the timeout', async () => {
			sandbox.faults.add({ kind: 'hang', times: 1 });
			const { error } = await run(
				fromItems({
					phonesFrom: 'json',
					phonesJson: '[{"phone":"+491"}]',
					requestOptions: { timeout: 100 },
				}),
			);
			expect(error?.message).toContain('was lost before the response came');
		});

		test('the proxy', async () => {
			const asked: string[] = [];
			const proxy = createServer((request, response) => {
				asked.push(`${request.method} ${request.url}`);
				response.setHeader('content-type', 'application/json');
				response.end('[{"status":201,"body":{"id":"1"}}]');
			});
			await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
			const { port } = proxy.address() as AddressInfo;
			const { main } = await run({
				...fromItems({
					phonesFrom: 'json',
					phonesJson: '[{"phone":"+491"}]',
					requestOptions: { proxy: `http://127.0.0.1:${port}` },
				}),
				url: 'http://lox24.invalid',
			});
			proxy.close();
			expect(asked).toEqual(['POST http://lox24.invalid/groups/7116/phones/batch']);
			expect(main[0].json).toEqual({ success: true, status: 201, id: '1' });
		});

		test('a proxy that is no address', async () => {
			const { error } = await run(
				fromItems({
					phonesFrom: 'json',
					phonesJson: '[{"phone":"+491"}]',
					requestOptions: { proxy: 'x' },
				}),
			);
			expect(error?.message).toContain('Proxy is not valid');
			expect(sandbox.journal.entries()).toEqual([]);
		});
	});
});
