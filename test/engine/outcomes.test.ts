import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import type { Fault } from '../../sandbox/server/faults';
import { manyItems } from './given';
import { type OnError, run } from './run';

/** Several rounds of Concurrency after the requests that meet the fault. */
const COUNT = 60;
/** Requests that meet the fault; the first five find the service well. */
const FAULTY = 8;

const phoneOf = (index: number) => `+4915${100_000 + index}`;

/** What each item makes: a message, a code or a bulk of its own. */
const operations: Array<{
	name: string;
	path: string;
	parameters: INodeParameters;
	/** The recipients of all that took effect. */
	recipients(state: Sandbox['state']): unknown[];
	isLookedUp?: boolean;
}> = [
	{
		name: 'sms: send',
		path: '/sms',
		parameters: { resource: 'sms', operation: 'send', senderId: 'MyShop', text: 'Hello' },
		recipients: ({ sms }) => [...sms.values()].map(({ phone }) => phone),
		isLookedUp: true,
	},
	{
		name: 'verifyCode: create',
		path: '/verify_codes',
		parameters: {
			resource: 'verifyCode',
			operation: 'create',
			routingStrategy: { steps: [{ channel: 'sms' }] },
		},
		recipients: ({ verifyCodes }) => [...verifyCodes.values()].map(({ phone }) => phone),
	},
	{
		name: 'bulk: create',
		path: '/bulks',
		parameters: {
			resource: 'bulk',
			operation: 'create',
			recipientsFrom: 'list',
			phones: ['={{ $json.phone }}'],
			senderId: 'MyShop',
			text: 'Hello',
		},
		recipients: ({ bulks }) => [...bulks.values()].flatMap(({ phones }) => phones ?? []),
	},
];

type Outcome = 'sent' | 'not sent' | 'unknown';

/** As a condition in a workflow would ask it. */
function outcomeOf({ json }: INodeExecutionData): Outcome {
	if (!json.error) return 'sent';
	return (json.details as { outcome: Outcome }).outcome;
}

/** Each fault with what the items that met it have to say. */
const faults: Array<{
	name: string;
	fault: Pick<Fault, 'kind' | 'status'>;
	/** When the service can be asked, and when it cannot. */
	lookedUp: Outcome;
	otherwise: Outcome;
}> = [
	{
		name: 'reset before the effect',
		fault: { kind: 'reset-before' },
		lookedUp: 'unknown',
		otherwise: 'unknown',
	},
	{
		name: 'reset after the effect',
		fault: { kind: 'reset-after' },
		lookedUp: 'sent',
		otherwise: 'unknown',
	},
	{
		name: '502 after the effect',
		fault: { kind: 'status-after', status: 502 },
		lookedUp: 'sent',
		otherwise: 'unknown',
	},
	{
		name: 'time-out after the effect',
		fault: { kind: 'hang-after' },
		lookedUp: 'sent',
		otherwise: 'unknown',
	},
	{
		name: 'time-out without effect',
		fault: { kind: 'hang' },
		lookedUp: 'unknown',
		otherwise: 'unknown',
	},
	{
		name: 'refused',
		fault: { kind: 'status', status: 422 },
		lookedUp: 'not sent',
		otherwise: 'not sent',
	},
];

describe('sends under faults, Retry On Fail on: none twice, none lost, each says what it is', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const items = manyItems(COUNT).map((_item, index) => ({ phone: phoneOf(index) }));

	/** How often something took effect for each item. */
	function effects({ recipients }: (typeof operations)[number]): number[] {
		const counts = new Map<unknown, number>();
		for (const one of recipients(sandbox.state)) counts.set(one, (counts.get(one) ?? 0) + 1);
		return items.map(({ phone }) => counts.get(phone) ?? 0);
	}

	describe.each(operations)(`$name, ${COUNT} items`, (operation) => {
		const start = async (fault: Pick<Fault, 'kind' | 'status'>, onError: OnError) => {
			sandbox.faults.add({
				method: 'POST',
				path: operation.path,
				...fault,
				skip: 5,
				times: FAULTY,
			});
			const requestOptions = /^hang/.test(fault.kind) ? { timeout: 4000 } : {};
			return await run({
				node: 'lox24',
				parameters: { phone: '={{ $json.phone }}', ...operation.parameters, requestOptions },
				items,
				url: sandbox.url,
				retryOnFail: true,
				onError,
			});
		};

		test.each(faults)('$name', async ({ fault, lookedUp, otherwise }) => {
			const { main, pairedMain } = await start(fault, 'continueRegularOutput');

			const outcomes = main.map(outcomeOf);
			const affected = operation.isLookedUp ? lookedUp : otherwise;
			const expected = affected === 'sent' ? 0 : FAULTY;
			expect(pairedMain).toEqual(items.map((_item, index) => index));
			expect(outcomes.filter((one) => one === affected && one !== 'sent')).toHaveLength(expected);
			expect(outcomes.filter((one) => one === 'sent')).toHaveLength(COUNT - expected);
			// What the items say is what happened.
			effects(operation).forEach((count, index) => {
				if (outcomes[index] === 'unknown') expect([0, 1]).toContain(count);
				else expect([index, count]).toEqual([index, outcomes[index] === 'sent' ? 1 : 0]);
			});
		});

		test.each(faults)('$name, when the node stops: nothing twice', async ({ fault }) => {
			await start(fault, 'stopWorkflow');
			const counts = effects(operation);
			expect(counts.some((count) => count > 1)).toBe(false);
			expect(counts.filter((count) => count === 1).length).toBeGreaterThanOrEqual(5);
		});
	});

	describe(`bulk: create, ${COUNT} input items as one bulk`, () => {
		const [, , bulk] = operations;
		const start = async (fault: Pick<Fault, 'kind' | 'status'>, times: number) => {
			sandbox.faults.add({ method: 'POST', path: '/bulks', ...fault, times });
			const requestOptions = /^hang/.test(fault.kind) ? { timeout: 4000 } : {};
			const more = { recipientsFrom: 'items', phone: '={{ $json.phone }}', requestOptions };
			return await run({
				node: 'lox24',
				parameters: { ...bulk.parameters, ...more },
				items,
				url: sandbox.url,
				retryOnFail: true,
				onError: 'continueErrorOutput',
			});
		};

		test.each(faults)('$name: every recipient says so', async ({ fault, otherwise }) => {
			const { main, errors, pairedErrors } = await start(fault, 10);

			expect(main).toEqual([]);
			expect(errors.map(outcomeOf)).toEqual(items.map(() => otherwise));
			// The input item is there as well, for sending it again.
			expect(errors.map(({ json }) => json.phone)).toEqual(items.map(({ phone }) => phone));
			expect(pairedErrors).toEqual(items.map((_item, index) => index));
			const isDone = /after$/.test(fault.kind);
			expect(effects(bulk)).toEqual(items.map(() => (isDone ? 1 : 0)));
			const tries = otherwise === 'unknown' ? 1 : 3;
			expect(sandbox.journal.entries()).toHaveLength(tries);
		});

		test('refused once: the next try of Retry On Fail sends it', async () => {
			const { main, errors } = await start({ kind: 'status', status: 422 }, 1);
			expect(errors).toEqual([]);
			expect(main).toHaveLength(1);
			expect(main[0].pairedItem).toHaveLength(COUNT);
			expect(effects(bulk)).toEqual(items.map(() => 1));
		});
	});
});
