import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { recall } from '../../nodes/shared/send/recall';
import type { Sent, Task } from '../../nodes/shared/send/stage';
import {
	responding,
	aRequest,
	failed,
	givenLedger,
	givenRun,
	givenTask,
	itemsOf,
	ok,
} from './given';

const part = { key: '0', to: '12345678' };
const parts = ['0', '1', '2'].map((key) => ({ key, to: `1234567${key}` }));

/** A success from which these items were made. */
function made(...jsons: IDataObject[]): Sent & { items: INodeExecutionData[] } {
	return { ...ok(), items: itemsOf(...jsons) };
}

describe('recall: what already happened is not done again', () => {
	let store: IDataObject;

	beforeEach(() => (store = {}));

	/** One try: what the stage says, and how often it sent. */
	async function tryOnce(task: Partial<Task>, ...responses: Sent[]) {
		const { run } = givenRun({ ledger: givenLedger(store) });
		const next = responding(...responses);
		const given = givenTask({ effect: {}, ...task });
		const sent = await recall(run, given, aRequest, next);
		return { sent, requests: next.mock.calls.length, task: given };
	}

	const recalled = (one = part) => givenLedger(store).recall(one);

	test.each([
		{ what: 'without a ledger', hasLedger: false, parts: [part] },
		{ what: 'of a read', hasLedger: true, parts: undefined },
		{ what: 'for nobody', hasLedger: true, parts: [] },
	])('a request $what is only sent', async ({ hasLedger, parts: named }) => {
		const { run } = givenRun({ ledger: hasLedger ? givenLedger({}) : undefined });
		const next = responding(made({ id: 1 }));
		const sent = await recall(run, givenTask({ parts: named }), aRequest, next);
		expect(sent).toEqual(made({ id: 1 }));
		expect(next).toHaveBeenCalledWith(aRequest);
	});

	test('a success is noted: the next try gives its items and sends nothing', async () => {
		expect((await tryOnce({ parts: [part] }, made({ uuid: 'a' }))).requests).toBe(1);
		const again = await tryOnce({ parts: [part] });
		expect(again.requests).toBe(0);
		expect(again.sent).toEqual({
			response: { status: 200, headers: {}, body: undefined },
			items: itemsOf({ uuid: 'a' }),
		});
	});

	test('all items of one request are noted', async () => {
		await tryOnce({ parts: [part] }, made({ id: 1 }, { id: 2 }));
		expect(recalled()).toEqual({ items: itemsOf({ id: 1 }, { id: 2 }) });
	});

	test('a success whose items nobody reads is noted as well', async () => {
		await tryOnce({ parts: [part] }, ok());
		expect(recalled()).toEqual({ items: [] });
	});

	test('it is written down before anything is sent', async () => {
		const { run } = givenRun({ ledger: givenLedger(store) });
		await recall(run, givenTask({ parts: [part] }), aRequest, async () => {
			expect(recalled()).toEqual({});
			return ok();
		});
		expect.assertions(1);
	});

	test('what was certainly not carried out is tried again', async () => {
		await tryOnce({ parts: [part] }, failed({ effect: 'none' }));
		expect(recalled()).toBeUndefined();
		expect((await tryOnce({ parts: [part] }, made())).requests).toBe(1);
	});

	test('what is unknown is noted with its reason, and handed on as an earlier try', async () => {
		const { failure } = failed({ effect: 'unknown', status: 502 });
		const first = await tryOnce({ parts: [part] }, { failure });
		expect(first.task.earlier).toBeUndefined();
		expect(first.sent).toEqual({ failure });
		const again = await tryOnce({ parts: [part] }, made({ uuid: 'found' }));
		expect(again.task.earlier).toMatchObject({
			failure: { message: failure.message, status: 502 },
		});
		expect(recalled()).toEqual({ items: itemsOf({ uuid: 'found' }) });
	});

	test('whatever this try says, an earlier one that is open keeps it unknown', async () => {
		givenLedger(store).open(part);
		const { sent, task } = await tryOnce({ parts: [part] }, failed({ message: 'Not now' }));
		expect(task.earlier).toEqual({});
		expect(sent).toEqual(failed({ message: 'Not now', effect: 'unknown' }));
		expect(recalled()).toEqual({});
	});

	test.each(['open', 'unsure'] as const)(
		'what another execution left %s, and was found, is marked, also for the next try',
		async (how) => {
			const { failure } = failed({ message: 'Lost' });
			givenLedger(store, { execution: '1' })[how](part, failure);
			const { run } = givenRun({ ledger: givenLedger(store, { execution: '2' }) });
			const task = givenTask({ effect: {}, parts: [part] });
			const found = { ...made({ uuid: 'found' }), isEarlier: true };
			const marked = itemsOf({ uuid: 'found', sentEarlier: true });
			expect(await recall(run, task, aRequest, responding(found))).toMatchObject({ items: marked });
			expect(task.earlier).toMatchObject({ isEarlier: true });
			expect(givenLedger(store, { execution: '2' }).recall(part)).toEqual({ items: marked });
		},
	);

	test('a look-up of an earlier try that fails leaves the reason of the first', async () => {
		await tryOnce({ parts: [part] }, failed({ effect: 'unknown', message: 'Lost' }));
		await tryOnce({ parts: [part] }, failed({ effect: 'unknown', message: 'Stopped' }));
		expect(recalled()).toMatchObject({ failure: { message: 'Lost' } });
	});

	test.each([
		{ what: 'an error', json: { error: 'no' }, known: undefined },
		{ what: 'success: false', json: { success: false }, known: undefined },
		{ what: 'an unknown outcome', json: { details: { effect: 'unknown' } }, known: {} },
		{
			what: 'an error that is unknown',
			json: { error: 'lost', details: { effect: 'unknown' } },
			known: {},
		},
		{
			what: 'details of another kind',
			json: { details: { effect: 'none' } },
			known: { items: [{ json: { details: { effect: 'none' } } }] },
		},
		{ what: 'success', json: { success: true }, known: { items: [{ json: { success: true } }] } },
	])('an accepted request whose item says $what', async ({ json, known }) => {
		await tryOnce({ parts: [part] }, made(json));
		expect(recalled()).toEqual(known);
	});

	describe('one request for many', () => {
		test('each part is noted for itself', async () => {
			await tryOnce(
				{ parts },
				made({ id: 1 }, { success: false }, { error: 'lost', details: { effect: 'unknown' } }),
			);
			expect(parts.map(recalled)).toEqual([{ items: itemsOf({ id: 1 }) }, undefined, {}]);
		});

		test('a part of which the response says nothing has no item', async () => {
			await tryOnce({ parts }, made({ id: 1 }));
			expect(recalled(parts[0])).toEqual({ items: itemsOf({ id: 1 }) });
			expect(recalled(parts[1])).toEqual({ items: [] });
		});

		test('a failure is that of each part', async () => {
			await tryOnce({ parts }, failed({ effect: 'unknown', message: 'Lost' }));
			for (const one of parts)
				expect(recalled(one)).toMatchObject({ failure: { message: 'Lost' } });
		});

		test('a refusal forgets each part', async () => {
			await tryOnce({ parts }, failed({ effect: 'none' }));
			expect(parts.map(recalled)).toEqual([undefined, undefined, undefined]);
		});

		test('one that is open makes it an earlier try, and keeps what was noted of it', async () => {
			givenLedger(store).unsure(parts[1], failed({ message: 'Lost' }).failure);
			const { run } = givenRun({ ledger: givenLedger(store) });
			const task = givenTask({ effect: {}, parts });
			await recall(run, task, aRequest, async () => {
				expect(recalled(parts[1])).toMatchObject({ failure: { message: 'Lost' } });
				expect(recalled(parts[2])).toEqual({});
				return failed();
			});
			expect(task.earlier).toMatchObject({ failure: { message: 'Lost' } });
			expect.assertions(3);
		});

		test('those that are done do not make it an earlier try', async () => {
			givenLedger(store).done(parts[0], itemsOf({ id: 1 }));
			const { task, requests } = await tryOnce({ parts }, made({}, {}, {}));
			expect(task.earlier).toBeUndefined();
			expect(requests).toBe(1);
		});
	});
});
