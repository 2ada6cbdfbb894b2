import type { INodeParameters, NodeHint } from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { NODES, nodeTypes, run } from './run';
import type { Fault } from '../../sandbox/server/faults';

/** Whether n8n's editor shows a hint, which it finds out as here. */
async function isShown(
	{ displayCondition }: NodeHint,
	parameters: INodeParameters,
	count: number,
): Promise<boolean> {
	const tested = {
		id: 'tested',
		name: 'Tested',
		type: 'tested',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
	};
	const workflow = new Workflow({
		nodes: [tested],
		connections: {},
		active: false,
		nodeTypes: nodeTypes({ tested: NODES.lox24 }),
	});
	const items = Array.from({ length: count }, () => ({ json: {} }));
	await workflow.expression.acquireIsolate();
	try {
		return workflow.expression.getParameterValue(
			displayCondition!,
			createRunExecutionData(),
			0,
			0,
			'Tested',
			items,
			'manual',
			{},
		) as boolean;
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

describe('hints of the editor', () => {
	const on = (resource: string, operation: string) => ({ resource, operation });

	test.each([
		[/takes one item at a time/, on('sms', 'sendAndWait'), 2, true],
		[/takes one item at a time/, on('sms', 'sendAndWait'), 1, false],
		[/takes one item at a time/, on('sms', 'send'), 2, false],
		[/Create Batch/, on('phone', 'create'), 21, true],
		[/Create Batch/, on('phone', 'create'), 20, false],
		[/Create Batch/, on('phone', 'update'), 21, false],
	] as const)('%s with %j and %d items: %s', async (text, parameters, count, is) => {
		const { hints = [] } = NODES.lox24.description;
		const hint = hints.find(({ message }) => text.test(message))!;
		expect(await isShown(hint, parameters, count)).toBe(is);
	});
});

describe('a hint above the output', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	/** The messages, after 20 items of which some fail in this way. */
	async function hintsAfter(fault: Fault, parameters: INodeParameters): Promise<unknown[]> {
		sandbox.faults.add(fault);
		const { stored } = await run({
			node: 'lox24',
			parameters,
			items: Array.from({ length: 20 }, () => ({})),
			url: sandbox.url,
			onError: 'continueRegularOutput',
		});
		const runs = Object.values(stored.resultData.runData).flat();
		return runs.flatMap(({ hints = [] }) => hints.map(({ message }) => message));
	}

	const code = {
		resource: 'verifyCode',
		operation: 'create',
		phone: '+4915112345678',
		routingStrategy: { steps: [{ channel: 'sms', senderId: 'MyShop', template: '' }] },
	};

	test.each([
		[1, /^The outcome of one item is unknown\. Check/],
		[3, /^The outcomes of 3 items are unknown\. Check/],
	])('%d unknown of 20: it says so', async (times, text) => {
		const fault = { method: 'POST', kind: 'reset-after' as const, times };
		expect(await hintsAfter(fault, code)).toEqual([expect.stringMatching(text)]);
	});

	test('what was refused, or only read, is not unknown', async () => {
		const refused = { method: 'POST', kind: 'status' as const, status: 422, times: 2 };
		expect(await hintsAfter(refused, code)).toEqual([]);
		sandbox.faults.clear();
		const get = { resource: 'account', operation: 'get' };
		expect(await hintsAfter({ kind: 'status', status: 500, times: 100 }, get)).toEqual([]);
	});
});
