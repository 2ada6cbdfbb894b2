import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	IPollFunctions,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { PollContext } from 'n8n-core';

import { Lox24PollingTrigger } from '../../nodes/Lox24/Lox24PollingTrigger.node';
import { forgetAccounts } from '../../nodes/shared/send/guard';
import { givenSandbox } from '../sandbox/given';
import { additionalDataFor, nodeTypes } from './run';

const given = givenSandbox();

const trigger = new Lox24PollingTrigger();

/** The trigger in a workflow of n8n's own, with n8n's context of a poll. */
class Polled {
	private workflow: Workflow;

	constructor(
		private readonly parameters: INodeParameters,
		private readonly token?: string,
	) {
		forgetAccounts();
		this.workflow = this.load({});
	}

	private load(staticData: IDataObject): Workflow {
		const node: INode = {
			id: '1',
			name: 'Trigger',
			type: 'lox24PollingTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: this.parameters,
			credentials: { lox24Api: { id: '1', name: 'LOX24' } },
		};
		return new Workflow({
			id: 'test',
			active: true,
			nodes: [node],
			connections: {},
			nodeTypes: nodeTypes({ lox24PollingTrigger: trigger }),
			staticData,
		});
	}

	/** As n8n does at its start: the static data comes from the database. */
	restart(): void {
		this.workflow = this.load(JSON.parse(JSON.stringify(this.workflow.staticData)) as IDataObject);
	}

	async poll(mode: WorkflowExecuteMode = 'trigger'): Promise<INodeExecutionData[] | null> {
		const { workflow, token } = this;
		const { url } = given.sandbox;
		const context = new PollContext(
			workflow,
			workflow.getNode('Trigger')!,
			additionalDataFor({ url, token }),
			mode,
			'activate',
		) as unknown as IPollFunctions;
		await workflow.expression.acquireIsolate();
		try {
			return (await trigger.poll.call(context))?.[0] ?? null;
		} finally {
			await workflow.expression.releaseIsolate();
		}
	}

	async ids(): Promise<unknown[]> {
		return ((await this.poll()) ?? []).map(({ json }) => json.uuid ?? json.id);
	}
}

function receive(text: string, ago = 0): string {
	const { state, clock } = given.sandbox;
	const uuid = `b0c7a9e2-1${String(state.incomings.size).padStart(3, '0')}-11eb-aa81-96000028b339`;
	const message = { uuid, to: '+491771234567', from: '+491701234501', text, msg_uuid: null };
	state.incomings.set(uuid, { ...message, received_at: clock.now() - ago });
	return uuid;
}

function requests() {
	return given.sandbox.journal.entries().map(({ url, status }) => ({ url, status }));
}

describe('polling trigger against the sandbox', () => {
	test('received messages: nothing at first, then what is new, also after a start', async () => {
		const polled = new Polled({ event: 'smsReceived' });
		expect(await polled.poll()).toBeNull();
		const first = receive('First');
		expect(await polled.ids()).toEqual([first]);
		const second = receive('Second', 300);
		polled.restart();
		expect(await polled.ids()).toEqual([second]);
		expect(await polled.poll()).toBeNull();
	});

	test('more than a page at once', async () => {
		const polled = new Polled({ event: 'smsReceived' });
		await polled.poll();
		const ids = Array.from({ length: 100 }, (_, index) => receive(String(index), 100 - index));
		expect(await polled.ids()).toEqual(ids);
	});

	test('two polls at once give each message once', async () => {
		const polled = new Polled({ event: 'smsReceived' });
		await polled.poll();
		const ids = [receive('1', 2), receive('2', 1)];
		const both = await Promise.all([polled.ids(), polled.ids()]);
		expect(both.flat()).toEqual(ids);
	});

	test('a list that lags', async () => {
		const polled = new Polled({ event: 'smsReceived' });
		await polled.poll();
		given.sandbox.changeSettings({ listLag: 60_000 });
		const body = { sender_id: 'MyShop', text: 'x', phone: '+4915112345678' };
		const reports = new Polled({ event: 'deliveryReport' });
		await reports.poll();
		const { json } = await given.lox24('POST', '/sms', { body });
		given.sandbox.clock.advance(30);
		expect(await reports.ids()).toEqual([]);
		given.sandbox.clock.advance(31);
		expect(await reports.ids()).toEqual([json.uuid]);
		expect(await reports.ids()).toEqual([]);
	});

	test('a delivery report, simplified as Get Many does', async () => {
		const polled = new Polled({ event: 'deliveryReport' });
		expect(await polled.poll()).toBeNull();
		const body = { sender_id: 'MyShop', text: 'Hello', phone: '+4915112345678' };
		const { json: sent } = await given.lox24('POST', '/sms', { body });
		given.sandbox.clock.advance(60);
		const items = await polled.poll();
		expect(items).toHaveLength(1);
		expect(items![0].json).toMatchObject({ uuid: sent.uuid, dlr_code: 1, delivery: 'Delivered' });
		expect(items![0].json).not.toHaveProperty('ip');
	});

	test('a bulk that is finished', async () => {
		const polled = new Polled({ event: 'bulkFinished', simplify: false });
		expect(await polled.poll()).toBeNull();
		const body = { sender_id: 'MyShop', text: 'Hello', phones: ['+4915112345678'] };
		const { json: bulk } = await given.lox24('POST', '/bulks', { body });
		expect(await polled.poll()).toBeNull();
		given.sandbox.clock.advance(3600);
		const items = await polled.poll();
		expect(items).toHaveLength(1);
		expect(items![0].json).toMatchObject({ uuid: bulk.uuid, status_code: 10, ip: '127.0.0.1' });
	});

	test('clicks, all of them and those of one campaign', async () => {
		const all = new Polled({ event: 'shortLinkClicked' });
		const campaignCode = { __rl: true, mode: 'list', value: 'pL7x' };
		const some = new Polled({ event: 'shortLinkClicked', campaignCode });
		const others = new Polled({
			event: 'shortLinkClicked',
			campaignCode: { ...campaignCode, value: 'oR9d' },
		});
		for (const polled of [all, some, others]) expect(await polled.poll()).toBeNull();
		const { state, clock } = given.sandbox;
		const [seeded] = [...state.clicks.values()].filter(({ short_link: link }) =>
			String(link).endsWith('/aB3'),
		);
		state.clicks.set('9100', { ...seeded, id: 9100, date: clock.now() });
		expect(await all.ids()).toEqual([9100]);
		expect(await some.ids()).toEqual([9100]);
		expect(await others.ids()).toEqual([]);
	});

	test('a run in the editor gives the newest one', async () => {
		const polled = new Polled({ event: 'smsReceived' });
		const newest = receive('Newest');
		const items = await polled.poll('manual');
		expect(items!.map(({ json }) => json.uuid)).toEqual([newest]);
		expect(await polled.poll()).toBeNull();
	});

	test('a wrong token is sent once in the five tries of n8n', async () => {
		const polled = new Polled({ event: 'smsReceived' }, '1000001:wrong-token');
		const messages = new Set<string>();
		for (let tries = 0; tries < 5; tries++) {
			const error = await polled.poll().catch((one: Error) => one);
			expect(error).toMatchObject({ httpCode: '401', failure: { cause: 'credential-invalid' } });
			messages.add((error as Error).message.split('.')[0]);
		}
		expect(messages.size).toBe(1);
		expect(requests()).toEqual([{ url: expect.stringContaining('/incomings'), status: 401 }]);
	});

	test('a fault that passes is read again', async () => {
		const polled = new Polled({ event: 'smsReceived' });
		given.sandbox.faults.add({ kind: 'status', status: 503, times: 2 });
		expect(await polled.poll()).toBeNull();
		expect(requests().map(({ status }) => status)).toEqual([503, 503, 200]);
	});
});
