import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ExecuteContext } from 'n8n-core';

import { type Sandbox, startSandbox } from '../../sandbox';
import { roundTrips } from './roundTrips';
import { run } from './run';

const fromItems: INodeParameters = {
	resource: 'bulk',
	operation: 'create',
	recipientsFrom: 'items',
	senderId: 'MyShop',
	text: 'Hello',
};

const numbers = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ phone: `+4915${100_000 + index}` }));

describe('bulk: create', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const create = (more: object = {}, parameters: object = {}) => ({
		node: 'lox24' as const,
		parameters: { ...fromItems, ...parameters },
		url: sandbox.url,
		...more,
	});
	const sent = () => sandbox.journal.entries().map(({ json }) => json as IDataObject);

	describe('recipients from all input items', () => {
		test.each(['create', 'dryRun'])(
			'%s: one request, one item, paired with all',
			async (operation) => {
				const items = numbers(250);
				const { main } = await run(create({ items }, { operation }));

				expect(sent()).toEqual([
					{ phones: items.map(({ phone }) => phone), sender_id: 'MyShop', text: 'Hello' },
				]);
				expect(sandbox.journal.entries()[0].warnings).toEqual([]);
				expect(main).toHaveLength(1);
				expect(main[0].json).toMatchObject({ uuid: expect.any(String), text: 'Hello' });
				expect(main[0].pairedItem).toEqual(items.map((_item, item) => ({ item })));
			},
		);

		test('the number may come from any field and in any form', async () => {
			const items = [{ mobile: '0049 (151) 1' }, { mobile: '+49-152-2' }];
			await run(create({ items }, { phone: '={{ $json.mobile }}' }));
			expect(sent()[0].phones).toEqual(['+491511', '+491522']);
		});

		test('all fields are sent, as with a list', async () => {
			const additionalFields = { isTextDeleted: true, deliveryAt: '2027-01-01T00:00:00' };
			await run(create({ items: numbers(2) }, { additionalFields }));
			expect(sent()[0]).toMatchObject({ is_text_deleted: true, delivery_at: 1798758000 });
		});

		test('a number that comes twice, in whatever form, gets the text once', async () => {
			const items = [{ phone: '+491511' }, { phone: '0049 1511' }, { phone: '+491512' }];
			const { main } = await run(create({ items }));
			expect(sent()[0].phones).toEqual(['+491511', '+491512']);
			expect(main[0].pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		});

		const bad = [{ phone: '+491511' }, { phone: '0151' }, {}, { phone: '+491512' }];

		test('stop: what is wrong is named with item and value, and nothing is sent', async () => {
			const { error } = await run(create({ items: bad }));
			expect(error?.message).toContain('2 entries cannot be sent');
			expect(error?.message).toContain('input item 1: Phone Number has no country code: "0151"');
			expect(error?.message).toContain('input item 2: Phone Number is empty');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.journal.entries()).toEqual([]);
		});

		test('continue: the wrong ones come out as such, the rest is sent', async () => {
			const given = create({ items: bad, onError: 'continueErrorOutput' });
			const { main, errors, pairedErrors } = await run(given);
			expect(sent()).toHaveLength(1);
			expect(sent()[0].phones).toEqual(['+491511', '+491512']);
			expect(main).toHaveLength(1);
			expect(main[0].pairedItem).toEqual([{ item: 0 }, { item: 3 }]);
			expect(pairedErrors).toEqual([1, 2]);
			expect(errors[0].json.error).toBe('Phone Number has no country code: "0151"');
			expect(errors[0].json.details).toMatchObject({ outcome: 'not sent' });
		});

		test('continue: nothing but wrong ones: nothing is sent', async () => {
			const items = [{ phone: 'x' }, { phone: 'y' }];
			const { main } = await run(create({ items, onError: 'continueRegularOutput' }));
			expect(main.map(({ json }) => json.error)).toEqual([
				'Phone Number is not valid: "x"',
				'Phone Number is not valid: "y"',
			]);
			expect(sandbox.journal.entries()).toEqual([]);
		});

		test('a text that differs from item to item is refused: everybody would get the first', async () => {
			const items = [
				{ phone: '+491511', name: 'Anna' },
				{ phone: '+491512', name: 'Bert' },
			];
			const { error } = await run(create({ items }, { text: '=Dear {{ $json.name }}' }));
			expect(error?.message).toContain(
				'input item 1: Text differs from that of input item 0: "Dear Bert"',
			);
			expect(sandbox.journal.entries()).toEqual([]);
		});

		test('a refusal, continue: every item says that it was not sent', async () => {
			sandbox.faults.add({ kind: 'status', status: 422, times: 9 });
			const given = create({ items: numbers(3), onError: 'continueErrorOutput' });
			const { main, errors, pairedErrors } = await run(given);
			expect(main).toEqual([]);
			expect(pairedErrors).toEqual([0, 1, 2]);
			for (const { json } of errors) {
				expect(json.details).toMatchObject({ httpCode: '422', outcome: 'not sent' });
			}
			expect(sandbox.journal.entries()).toHaveLength(1);
		});

		test('a refusal, stop: the node stops with the reason', async () => {
			sandbox.faults.add({ kind: 'status', status: 402, times: 9 });
			const { error } = await run(create({ items: numbers(3) }));
			expect(error?.message).toContain('not enough credit');
			expect(error?.httpCode).toBe('402');
		});

		test('a wrong token costs one request, also with Retry On Fail', async () => {
			const given = { items: numbers(3), token: 'wrong', retryOnFail: true };
			const { error } = await run(create(given));
			expect(error?.message).toContain('LOX24 refused the token');
			expect(sandbox.journal.entries()).toHaveLength(1);
		});

		test('with Execute Once the first item is the only recipient', async () => {
			const { main } = await run(create({ items: numbers(3), executeOnce: true }));
			expect(sent()[0].phones).toEqual(['+4915100000']);
			expect(main[0].pairedItem).toEqual([{ item: 0 }]);
		});
	});

	describe('a bulk for each item', () => {
		const parameters = { recipientsFrom: 'list', phones: ['={{ $json.phone }}', '+491511'] };

		test('in order, paired, with a text of its own', async () => {
			const items = numbers(25);
			const own = { ...parameters, text: '=Hello {{ $json.id }}', simplify: false };
			const { main, pairedMain, error } = await run(create({ items }, own));
			expect(error).toBeUndefined();
			expect(sandbox.journal.entries()).toHaveLength(25);
			expect(main.map(({ json }) => json.text)).toEqual(items.map((_, id) => `Hello ${id}`));
			expect(main.map(({ json }) => json.phones)).toEqual(
				items.map(({ phone }) => [phone, '+491511']),
			);
			expect(pairedMain).toEqual(items.map((_, id) => id));
		});

		test('one that is refused stops the others', async () => {
			sandbox.faults.add({ kind: 'status', status: 422, skip: 2, times: 99 });
			const options = { concurrency: 1 };
			const { error } = await run(create({ items: numbers(10) }, { ...parameters, options }));
			expect(error?.httpCode).toBe('422');
			expect(error?.context?.itemIndex).toBe(2);
			expect(sandbox.journal.entries()).toHaveLength(3);
		});

		test('one wrong value: nothing is sent for the others either', async () => {
			const items = [...numbers(3), { phone: '0151' }];
			const { error } = await run(create({ items }, parameters));
			expect(error?.message).toContain('input item 3: Phone Numbers has no country code: "0151"');
			expect(sandbox.journal.entries()).toEqual([]);
		});

		test('groups as a workflow made before has them: typed numbers; or as text', async () => {
			await run(create({}, { recipientsFrom: 'groups', groupIds: [7116] }));
			await run(create({}, { recipientsFrom: 'groups', groupIds: '={{ ["7116"] }}' }));
			await run(create({}, { recipientsFrom: 'groups', groupIds: '={{ 7116 }}' }));
			expect(sent().map((body) => body.msg_groups)).toEqual([[7116], [7116], [7116]]);
		});

		test('the limit of requests on their way, and Request Options', async () => {
			const options = { concurrency: 3 };
			const held = sandbox.hold(1);
			const running = run(create({ items: numbers(30) }, { ...parameters, options }));
			await held.full(3);
			await roundTrips(sandbox);
			held.release();
			await running;
			expect(sandbox.peakInFlight()).toBe(3);
			sandbox.faults.add({ kind: 'hang', times: 1 });
			const requestOptions = { timeout: 100 };
			const { error } = await run(
				create({}, { ...parameters, phones: ['+491511'], requestOptions }),
			);
			expect(error?.message).toContain('was lost before the response came');
		});

		test('Stop in the editor: nothing more is sent', async () => {
			const held = sandbox.hold(20);
			await run(create({ items: numbers(500), stopAfter: held.full(10) }, parameters));
			held.release();
			await roundTrips(sandbox);
			// Those that were on their way have arrived, and nothing else.
			expect(sandbox.journal.entries()).toHaveLength(30);
		});

		test("progress is in n8n's log, and not once for every bulk", async () => {
			const debug = jest.fn();
			const logger = jest.spyOn(ExecuteContext.prototype, 'logger', 'get');
			logger.mockReturnValue({ debug } as never);
			await run(create({ items: numbers(1100) }, parameters));
			logger.mockRestore();
			const lines = debug.mock.calls
				.map(([text]) => String(text))
				.filter((one) => one.startsWith('LOX24'));
			expect(lines).toEqual(['LOX24: 1000 items are done']);
		});
	});
});
