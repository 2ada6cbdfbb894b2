import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { ledgerOf } from '../../nodes/shared/send/run';
import { FakeClock, givenContext, NOON } from './given';

type Given = NonNullable<Parameters<typeof givenContext>[0]>;

/** What n8n still has of an execution of which a worker was lost: nothing that the node wrote. */
const lost = (more: Given = {}) =>
	givenContext({
		established: { establishedAt: NOON, triggerNode: { name: 'Webhook' } },
		firstItems: { Webhook: { json: { body: { order: 7 } } } },
		...more,
	});

const ledger = (context: ReturnType<typeof givenContext>) => ledgerOf(context, new FakeClock())!;

describe('ledger: Retry of an execution that was lost', () => {
	test('its messages have the same IDs, one for each item', () => {
		const first = ledger(lost({ executionId: 'one' }));
		const retried = ledger(lost({ executionId: 'two', mode: 'retry' }));
		for (const item of [0, 1]) expect(retried.ownId(item)).toBe(first.ownId(item));
		expect(first.ownId(1)).not.toBe(first.ownId(0));
	});

	test('the IDs of a receiver count its own messages, in each try of an item', () => {
		const first = ledger(lost());
		const ids = [first.ownId(0, '1'), first.ownId(1, '2'), first.ownId(2, '1')];
		expect(new Set(ids).size).toBe(3);
		expect(first.ownId(2, '1')).toBe(ids[2]);
		const retried = ledger(lost({ mode: 'retry' }));
		expect([retried.ownId(0, '2'), retried.ownId(1, '1')]).toEqual([ids[1], ids[0]]);
	});

	test('only then has an earlier one sent with these IDs', () => {
		expect(ledger(lost({ mode: 'retry' })).isRetried).toBe(true);
		expect(ledger(lost({ mode: 'webhook' })).isRetried).toBe(false);
		expect(ledger(givenContext({ mode: 'retry' })).isRetried).toBe(false);
	});

	test('it stays so in each try of Retry On Fail', () => {
		const store = {};
		expect(ledger(lost({ mode: 'retry', store })).isRetried).toBe(true);
		expect(ledger(lost({ mode: 'retry', store })).isRetried).toBe(true);
	});

	test.each<[string, Given]>([
		[
			'another time',
			{ established: { establishedAt: NOON + 1, triggerNode: { name: 'Webhook' } } },
		],
		['another input', { firstItems: { Webhook: { json: { body: { order: 8 } } } } }],
		['another run of the node', { runIndex: 1 }],
		['another node', { node: { name: 'Second SMS' } }],
	])('%s, other IDs', (_what, more) => {
		expect(ledger(lost(more)).ownId(0)).not.toBe(ledger(lost()).ownId(0));
	});

	test('an n8n that does not say when it began, or cannot: other IDs each time', () => {
		const older = () => {
			const { getExecutionContext: _, ...rest } = givenContext() as unknown as IDataObject;
			return rest as unknown as ReturnType<typeof givenContext>;
		};
		for (const context of [givenContext, older])
			expect(ledger(context()).ownId(0)).not.toBe(ledger(context()).ownId(0));
	});

	test.each([
		{ establishedAt: NOON },
		{ establishedAt: NOON, triggerNode: { name: 'Webhook' }, parentExecutionId: '1' },
	])('executions of a sub-workflow, also of one millisecond: other IDs (%j)', (established) => {
		expect(ledger(lost({ established })).ownId(0)).not.toBe(ledger(lost({ established })).ownId(0));
	});

	test('without its trigger, as in the editor, the time alone counts', () => {
		const partial = () => lost({ firstItems: {} });
		expect(ledger(partial()).ownId(0)).toBe(ledger(partial()).ownId(0));
	});

	test('any input gives the same IDs again', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
				const given = () =>
					lost({ firstItems: { Webhook: { json: { value: structuredClone(value) as never } } } });
				expect(ledger(given()).ownId(0)).toBe(ledger(given()).ownId(0));
			}),
		);
	});
});
