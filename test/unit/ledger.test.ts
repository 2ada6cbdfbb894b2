import type { IDataObject } from 'n8n-workflow';

import { isOwnId, randomOwnId } from '../../nodes/shared/send/ledger';
import { failed, fromDatabase, givenLedger as open, itemsOf, NOON, toDatabase } from './given';

const part = { key: '0', to: '12345678' };
const other = { key: '1', to: '12345679' };

describe('ledger: what already happened in a run of the node', () => {
	test('what was never begun is not recalled', () => {
		expect(open({}).recall(part)).toBeUndefined();
	});

	test('what was begun and has no end is recalled without a reason', () => {
		const store = {};
		open(store).open(part);
		expect(open(store).recall(part)).toEqual({});
	});

	test('what was done gives its items again', () => {
		const store = {};
		open(store).done(part, itemsOf({ uuid: 'a' }, { uuid: 'b' }));
		expect(open(store).recall(part)).toEqual({ items: itemsOf({ uuid: 'a' }, { uuid: 'b' }) });
	});

	test('what was done without an item gives none again', () => {
		const store = {};
		open(store).done(part, []);
		expect(open(store).recall(part)).toEqual({ items: [] });
	});

	test('only what another execution has sent is marked as sent earlier', () => {
		const store = {};
		open(store, { execution: 'one' }).done(part, itemsOf({ uuid: 'a' }));
		const retried = open(store, { execution: 'two' });
		retried.done(other, itemsOf({ uuid: 'b' }));

		expect(retried.recall(part)).toEqual({ items: itemsOf({ uuid: 'a', sentEarlier: true }) });
		expect(retried.recall(other)).toEqual({ items: itemsOf({ uuid: 'b' }) });
		const third = open(store, { execution: 'three' });
		expect(third.recall(other)).toEqual({ items: itemsOf({ uuid: 'b', sentEarlier: true }) });
	});

	test('what is unsure gives the reason again, but not what was thought of its effect', () => {
		const store = {};
		const { failure } = failed({ status: 502, details: { requestId: '7' }, effect: 'unknown' });
		open(store).unsure(part, failure);
		const { message, description } = failure;
		expect(open(store).recall(part)).toEqual({
			failure: { message, description, status: 502, details: { requestId: '7' } },
		});
	});

	test('what was forgotten is not recalled, and nothing else is forgotten', () => {
		const ledger = open({});
		ledger.open(part);
		ledger.open(other);
		ledger.forget(part);
		expect(ledger.recall(part)).toBeUndefined();
		expect(ledger.recall(other)).toEqual({});
	});

	test('the same item with other receivers is something else', () => {
		const ledger = open({});
		ledger.done(part, itemsOf({ uuid: 'a' }));
		expect(ledger.recall({ ...part, to: other.to })).toBeUndefined();
	});

	test('a later word replaces an earlier one', () => {
		const ledger = open({});
		ledger.unsure(part, failed().failure);
		ledger.done(part, itemsOf({ uuid: 'a' }));
		expect(ledger.recall(part)).toEqual({ items: itemsOf({ uuid: 'a' }) });
	});

	test('each run of a loop has a ledger of its own', () => {
		const store = {};
		open(store, { runIndex: 0 }).done(part, itemsOf({ uuid: 'a' }));
		expect(open(store, { runIndex: 1 }).recall(part)).toBeUndefined();
	});

	test('a dropped ledger leaves nothing behind, and the other runs as they are', () => {
		const store: IDataObject = { ofSomebodyElse: 1 };
		const first = open(store, { runIndex: 0 });
		const second = open(store, { runIndex: 1 });
		second.open(part);
		first.drop();
		expect(open(store, { runIndex: 1 }).recall(part)).toEqual({});
		second.drop();
		expect(store).toEqual({ ofSomebodyElse: 1 });
	});

	test('tries are counted, and begin anew with another execution', () => {
		const store = {};
		expect(open(store).tries).toBe(1);
		expect(open(store).tries).toBe(2);
		expect(open(store, { execution: 'two' }).tries).toBe(1);
		expect(open(store, { execution: 'two' }).tries).toBe(2);
	});

	test('it knows whether a retry has brought it here', () => {
		const store = {};
		expect(open(store).isRetried).toBe(false);
		expect(open(store).isRetried).toBe(false);
		expect(open(store, { execution: 'two' }).isRetried).toBe(true);
	});

	test('a ledger can be dropped twice', () => {
		const store = {};
		const ledger = open(store);
		ledger.drop();
		ledger.drop();
		expect(store).toEqual({});
	});

	test('it knows the whole second in which the first try began', () => {
		const store = {};
		open(store, { now: NOON + 999 });
		expect(open(store, { now: NOON + 60_000, execution: 'two' }).startedAt).toBe(NOON);
	});
});

describe('ledger: own IDs', () => {
	test('they fit into callback_data, stay the same from try to try, and differ by item', () => {
		const store = {};
		const ids = [0, 1, 2].map((index) => open(store).ownId(index));
		expect(new Set(ids).size).toBe(3);
		for (const id of ids) expect(id).toHaveLength(36);
		expect(ids.every(isOwnId)).toBe(true);
		const retried = open(fromDatabase(toDatabase(store)), { execution: 'two' });
		expect([0, 1, 2].map((index) => retried.ownId(index))).toEqual(ids);
	});

	test('no two runs share them', () => {
		const store = {};
		const first = open(store, { runIndex: 0 }).ownId(0);
		expect(open(store, { runIndex: 1 }).ownId(0)).not.toBe(first);
		expect(open({}).ownId(0)).not.toBe(first);
		expect(isOwnId(randomOwnId())).toBe(true);
		expect(randomOwnId()).not.toBe(randomOwnId());
	});

	test.each([
		`n8n-${'0'.repeat(31)}`,
		`n8n-${'0'.repeat(33)}`,
		`my n8n-${'0'.repeat(32)}`,
		`n8n-${'A'.repeat(32)}`,
		'',
		undefined,
	])('an ID of the user is not taken for one: %s', (id) => {
		expect(isOwnId(id)).toBe(false);
	});
});
