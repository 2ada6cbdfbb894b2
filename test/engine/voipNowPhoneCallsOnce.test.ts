import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { ALL_ON_ERROR, byId, manyItems } from './given';
import { roundTrips } from './roundTrips';
import { run } from './run';
import { CALL_ID } from './voipNowPhoneCalls';

const COUNT = 5;

/** A call that is made twice rings twice, and an action that is done twice hits another state. */
describe('phone calls: nothing that makes a phone ring is sent twice', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const make: INodeParameters = {
		resource: 'phoneCall',
		operation: 'make',
		userId: '@me',
		extension: '0003*210',
		destination: '={{ "1555000000" + $json.id }}',
	};
	const callView = { extension: '0003*210', source: [], destination: [], status: 5 };

	/** Each item has a call of its own; VoipNow says of each that the extension is its only party. */
	const hold: INodeParameters = {
		resource: 'phoneCall',
		operation: 'hold',
		userId: '@me',
		extension: '0003*210',
		phoneCallId: byId('={{ "call" + $json.id }}'),
	};
	const respondToReads = (times: number | 'always' = 'always', id = '00') => {
		const body = JSON.stringify({ entry: [{ id: CALL_ID, phoneCallView: [{ ...callView, id }] }] });
		sandbox.faults.add({ method: 'GET', kind: 'body', status: 200, body, times });
	};
	const respondToPuts = () =>
		sandbox.faults.add({ method: 'PUT', kind: 'body', status: 204, body: '', times: 'always' });

	const tried = async (parameters: INodeParameters, more: object = {}) =>
		await run({
			node: 'voipNow',
			parameters,
			items: manyItems(COUNT),
			url: sandbox.url,
			onError: 'continueRegularOutput',
			retryOnFail: true,
			...more,
		});

	/** How often each different request of this method arrived. */
	const arrivals = (method: string) => {
		const counts = new Map<string, number>();
		for (const { method: of, url, body } of sandbox.journal.entries()) {
			if (of === method) counts.set(`${url} ${body}`, (counts.get(`${url} ${body}`) ?? 0) + 1);
		}
		return [...counts.values()];
	};
	const onceEach = Array.from({ length: COUNT }, () => 1);

	const faults = ['reset-before', 'reset-after', 'status', 'status-after', 'html'] as const;

	describe.each(ALL_ON_ERROR)('%s', (onError) => {
		test.each(faults)('make, %s', async (kind) => {
			sandbox.faults.add({ method: 'POST', kind, status: 502, skip: 2, times: 2 });
			const { main, errors, error } = await tried(make, { onError });

			expect(arrivals('POST')).not.toHaveLength(0);
			expect(arrivals('POST').every((count) => count === 1)).toBe(true);
			if (onError === 'stopWorkflow') {
				expect(error).toBeDefined();
				return;
			}
			expect(arrivals('POST')).toEqual(onceEach);
			const failed = onError === 'continueErrorOutput' ? errors : main;
			const unknown = failed.filter(({ json }) => json.error);
			expect(unknown.map(({ pairedItem }) => pairedItem)).toHaveLength(2);
			for (const { json } of unknown) expect(json.details).toMatchObject({ effect: 'unknown' });
		});

		test.each(faults)('hold, %s: the call may be read again, the action is not', async (kind) => {
			respondToReads();
			sandbox.faults.add({ method: 'PUT', kind, status: 502, skip: 2, times: 2 });
			respondToPuts();
			const { error } = await tried(hold, { onError });

			expect(arrivals('PUT')).not.toHaveLength(0);
			expect(arrivals('PUT').every((count) => count === 1)).toBe(true);
			if (onError === 'stopWorkflow') expect(error).toBeDefined();
			else expect(arrivals('PUT')).toEqual(onceEach);
		});

		test.each(faults)('hang up everything, %s', async (kind) => {
			sandbox.faults.add({ method: 'DELETE', kind, status: 502, times: 1 });
			await tried(
				{
					resource: 'phoneCall',
					operation: 'hangUp',
					userId: '@me',
					extension: '0003*210',
					hangUp: 'allCalls',
				},
				{ onError, items: manyItems(1) },
			);
			expect(arrivals('DELETE')).toEqual([1]);
		});
	});

	test('one action is refused on the first try: only that one is sent again', async () => {
		respondToReads();
		const refusal = JSON.stringify({ error: { code: 'pc_phonecall_invalid', message: 'no' } });
		sandbox.faults.add({
			path: '*/call3',
			method: 'PUT',
			kind: 'status',
			status: 400,
			body: refusal,
		});
		respondToPuts();
		const { main, error } = await tried(hold, { onError: 'stopWorkflow', maxTries: 3 });

		expect(error).toBeUndefined();
		expect(main.map(({ json }) => json)).toEqual(
			Array.from({ length: COUNT }, (_, id) => ({ success: true, id: `call${id}` })),
		);
		const puts = sandbox.journal.entries().filter(({ method }) => method === 'PUT');
		const accepted = puts.filter(({ status }) => status === 204).map(({ url }) => url);
		expect(new Set(accepted).size).toBe(COUNT);
		expect(accepted).toHaveLength(COUNT);
	});

	test('what succeeded is not sent again, although the party now has another view', async () => {
		respondToReads(COUNT);
		respondToReads('always', '07');
		sandbox.faults.add({ path: '*/call3', method: 'PUT', kind: 'status', status: 400, times: 1 });
		respondToPuts();
		await tried(hold, { onError: 'stopWorkflow', options: { concurrency: 1 } });

		const entries = sandbox.journal.entries();
		const accepted = entries.filter(({ method, status }) => method === 'PUT' && status === 204);
		expect(new Set(accepted.map(({ url }) => url)).size).toBe(COUNT);
		expect(accepted).toHaveLength(COUNT);
		// One read each, and one more for the item that was tried again.
		expect(entries.filter(({ method }) => method === 'GET')).toHaveLength(COUNT + 1);
	});

	test('a read is retried after a transient fault; one that fails sends nothing', async () => {
		sandbox.faults.add({ method: 'GET', kind: 'status', status: 503, times: 2 });
		respondToReads();
		respondToPuts();
		const { main } = await tried(hold, { items: manyItems(1) });
		expect(main[0].json).toEqual({ success: true, id: 'call0' });

		sandbox.reset();
		sandbox.faults.add({ method: 'GET', kind: 'status', status: 503, times: 'always' });
		const failed = await tried(hold, { items: manyItems(1), retryOnFail: false });
		expect(failed.main[0].json.details).toMatchObject({ effect: 'none', httpCode: '503' });
		expect(arrivals('PUT')).toEqual([]);
	});

	test('a read that failed on the first try is made good on the next one', async () => {
		sandbox.faults.add({ method: 'GET', kind: 'status', status: 503, times: 3 });
		respondToReads();
		respondToPuts();
		const { main, error } = await tried(hold, { items: manyItems(1), onError: 'stopWorkflow' });
		expect(error).toBeUndefined();
		expect(main[0].json).toEqual({ success: true, id: 'call0' });
		expect(arrivals('PUT')).toEqual([1]);
	});

	test('a refused token costs one request, whatever the number of items', async () => {
		const { main } = await tried(hold, { token: 'wrong', retryOnFail: false });
		expect(sandbox.journal.entries()).toHaveLength(1);
		expect(main.filter(({ json }) => json.error)).toHaveLength(COUNT);
	});

	test('reads and actions share the slots: never more on their way than allowed', async () => {
		respondToReads();
		respondToPuts();
		// The first item, its read and its action, goes alone.
		const held = sandbox.hold(2);
		const trying = tried({ ...hold, options: { concurrency: 3 } }, { items: manyItems(12) });
		await held.full(3);
		await roundTrips(sandbox);
		held.release();
		const { main } = await trying;
		expect(main.every(({ json }) => json.success === true)).toBe(true);
		expect(sandbox.journal.entries()).toHaveLength(24);
		expect(sandbox.peakInFlight()).toBe(3);
	});

	describe('nonce', () => {
		const nonces = () =>
			sandbox.journal.entries().map(({ json }) => (json as IDataObject).nonce as string);

		test('every call has one of its own, the same on the next try', async () => {
			sandbox.faults.add({ method: 'POST', kind: 'status', status: 400, skip: 2, times: 1 });
			const { main } = await tried(make, { onError: 'stopWorkflow' });
			expect(main.map(({ json }) => json.nonce)).toEqual([...new Set(nonces())]);
			expect(new Set(nonces()).size).toBe(COUNT);
			expect(nonces()).toHaveLength(COUNT + 1);
			for (const nonce of nonces()) expect(nonce).toMatch(/^n8n-[0-9a-f]{32}$/);
		});

		test("the user's own is used as it is", async () => {
			await tried({ ...make, additionalFields: { nonce: 'crm 42' } }, { items: manyItems(1) });
			expect(nonces()).toEqual(['crm 42']);
		});

		test('a conference invitation has none', async () => {
			const { main } = await tried(
				{ ...make, operation: 'inviteToConference', extension: '0003*230', destination: '15551' },
				{ items: manyItems(1) },
			);
			expect(main[0].json.error).toBeUndefined();
			expect(sandbox.journal.entries()[0].json).toEqual({
				extension: '0003*230',
				phoneCallView: [{ source: ['0003*230'], destination: ['15551'] }],
			});
		});
	});
});
