import * as flatted from 'flatted';
import { WorkflowExecute } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IRun,
	IRunExecutionData,
} from 'n8n-workflow';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { additionalDataFor, NODES, nodeTypes } from './run';

const [ANNE, BOB] = ['+4915112345678', '+4915112345679'];

const bill = (phone: string, text: string) => ({ phone, text: `Bill ${text}` });

function giving(give: () => IDataObject[]): INodeType {
	const main = [NodeConnectionTypes.Main];
	const description = { inputs: main, outputs: main, properties: [], defaults: {}, version: 1 };
	return {
		description: description as unknown as INodeTypeDescription,
		execute: async () => [give().map((json) => ({ json }))],
	};
}

const node = (name: string, type: string, more?: Partial<INode>): INode => ({
	...{ id: `id of ${type}`, name, type, typeVersion: 1, position: [0, 0], parameters: {} },
	...more,
});

const to = (name: string) => ({
	main: [[{ node: name, type: NodeConnectionTypes.Main, index: 0 }]],
});

/** n8n loses all that nodes wrote when its process dies; its Retry then starts at the trigger. */
describe('Retry of an execution that was lost in the middle', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const START = node('Start', 'start');

	/** A trigger, a node that reads what is due, and the SMS. */
	async function execute(
		given: { trigger?: IDataObject; rows: IDataObject[]; name?: string; options?: IDataObject },
		lost?: IRunExecutionData,
	): Promise<IRun> {
		const { trigger = {}, rows, name = 'SMS', options = {} } = given;
		const sms = node(name, 'lox', {
			parameters: {
				...{ resource: 'sms', operation: 'send', senderId: 'MyShop', options: options as never },
				...{ phone: '={{ $json.phone }}', text: '={{ $json.text }}' },
			},
			onError: 'continueRegularOutput',
			credentials: { lox24Api: { id: '1', name: 'LOX24' } },
		});
		const workflow = new Workflow({
			...{ id: 'workflow', active: false, settings: { executionOrder: 'v1' } },
			nodeTypes: nodeTypes({
				lox: NODES.lox24,
				start: giving(() => [trigger]),
				read: giving(() => rows),
			}),
			nodes: [START, node('Read', 'read'), sms],
			connections: { Start: to('Read'), Read: to(name) },
		});
		const additional = additionalDataFor({ url: sandbox.url });
		await workflow.expression.acquireIsolate();
		try {
			return lost
				? await new WorkflowExecute(additional, 'retry', lost).processRunExecutionData(workflow)
				: await new WorkflowExecute(additional, 'trigger').run({ workflow, startNode: START });
		} finally {
			await workflow.expression.releaseIsolate();
		}
	}

	/** What n8n has stored of an execution when its process dies. */
	function storedOf({ data }: IRun, trigger: IDataObject): IRunExecutionData {
		const main: INodeExecutionData[][] = [[{ json: trigger }]];
		return flatted.parse(
			flatted.stringify({
				startData: {},
				resultData: { runData: {} },
				executionData: {
					...data.executionData,
					...{ contextData: {}, metadata: {}, waitingExecution: {}, waitingExecutionSource: {} },
					nodeExecutionStack: [{ node: START, data: { main }, source: null }],
				},
			}),
		) as IRunExecutionData;
	}

	const sent = () =>
		[...sandbox.state.sms.values()]
			.map(({ phone, text }) => ({ phone: String(phone), text: String(text) }))
			.filter(({ text }) => text.startsWith('Bill'));

	/** Sends the first rows, is lost, and meets the second rows in the Retry. */
	async function retry(
		first: IDataObject[],
		second: IDataObject[],
		{ trigger = {}, name = 'SMS', options = {} } = {},
	) {
		const execution = await execute({ trigger, rows: first });
		const before = sent();
		const stored = storedOf(execution, trigger);
		const again = await execute({ trigger, rows: second, name, options }, stored);
		const items = again.data.resultData.runData[name][0].data!.main[0]!;
		return { added: sent().slice(before.length), items: items.map(({ json }) => json) };
	}

	test.each<[string, object]>([
		['as it was', {}],
		['whose trigger had a date', { trigger: { date: new Date(0) } }],
		['whose trigger had an empty field', { trigger: { subject: undefined, id: 1 } }],
		['whose node has a new name', { name: 'SMS to customers' }],
	])('%s: nobody gets a second message', async (_what, options) => {
		const rows = [bill(ANNE, '1'), bill(ANNE, '2'), bill(BOB, '3')];
		const { added, items } = await retry(rows, rows, options);
		expect(added).toEqual([]);
		expect(items.map(({ sentEarlier }) => sentEarlier)).toEqual([true, true, true]);
	});

	test('fewer rows are due than before: the rest counts as sent', async () => {
		const { added, items } = await retry([bill(ANNE, '1'), bill(BOB, '2')], [bill(BOB, '2')]);
		expect(added).toEqual([]);
		expect(items).toMatchObject([{ phone: BOB, sentEarlier: true }]);
	});

	test('another message to the same number does not count as sent', async () => {
		const { added, items } = await retry([bill(ANNE, '1')], [bill(ANNE, '2')]);
		expect(added).toEqual([]);
		expect(items[0].sentEarlier).toBeUndefined();
		expect(items[0].error).toContain('another text to this number');
	});

	test('it is sent if the user wants that', async () => {
		const options = { ifUnknown: 'sendAgain' };
		const { added } = await retry([bill(ANNE, '1')], [bill(ANNE, '2')], { options });
		expect(added).toEqual([bill(ANNE, '2')]);
	});

	test('in another order, nothing is taken for another message', async () => {
		const rows = [bill(ANNE, '1'), bill(ANNE, '2')];
		const { added, items } = await retry([rows[0]], [rows[1], rows[0]]);
		expect(items[0].error).toContain('another text to this number');
		expect(items[1].sentEarlier).toBe(true);
		expect(added).toEqual([]);
	});

	test.each([
		[
			'deep in its body',
			{ body: { data: { object: { id: 1 } } } },
			{ body: { data: { object: { id: 2 } } } },
		],
		['at the end of a long text', { t: `${'x'.repeat(300)}1` }, { t: `${'x'.repeat(300)}2` }],
	])('two of one millisecond that differ %s have nothing in common', async (_where, one, other) => {
		const execution = await execute({ trigger: one, rows: [bill(ANNE, '1')] });
		await execute({ trigger: other, rows: [bill(ANNE, '1')] }, storedOf(execution, other));
		expect(sent()).toHaveLength(2);
	});
});
