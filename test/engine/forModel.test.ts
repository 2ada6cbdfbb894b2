import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { type Agent, runAsTool } from './asTool';
import { byId } from './given';
import type { NODES } from './run';
import { run } from './run';

const AGENTS = ['engine', 'itself'] as const;

/** Whoever talks to an agent can ask it for all that it has read. */
describe('what a model gets to read of a result', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	interface Asked {
		node?: keyof typeof NODES;
		resource: string;
		operation: string;
		more?: INodeParameters;
	}

	const parametersOf = ({ resource, operation, more }: Asked) => ({ resource, operation, ...more });

	const asTool = async (agent: Agent, asked: Asked) =>
		await runAsTool({
			node: asked.node,
			parameters: parametersOf(asked),
			args: {},
			url: sandbox.url,
			agent,
		});

	const asNode = async (asked: Asked): Promise<IDataObject[]> => {
		const { node = 'lox24' } = asked;
		const { main } = await run({ node, parameters: parametersOf(asked), url: sandbox.url });
		return main.map(({ json }) => json);
	};

	/** The same with an option switched on, beside those it has. */
	const withOption = (asked: Asked, name: string): Asked => ({
		...asked,
		more: { ...asked.more, options: { [name]: true } },
	});

	describe.each(AGENTS)('a one-time code (agent: %s)', (agent) => {
		const CODE = '48291357';
		const create: Asked = {
			resource: 'verifyCode',
			operation: 'create',
			more: {
				phone: '+4915112345678',
				routingStrategy: {
					steps: [{ channel: 'sms', senderId: 'MyShop', template: `It is ${CODE}, {{code}}` }],
				},
				additionalFields: { code: CODE, payload: `login:${CODE}` },
			},
		};

		async function everyWayToRead(): Promise<Asked[]> {
			const [{ id }] = await asNode(create);
			const get = { resource: 'verifyCode', operation: 'get' };
			const more = { verifyCodeId: byId(String(id)) };
			const list = { resource: 'verifyCode', operation: 'getAll' };
			return ([create, { ...get, more }, list] as Asked[]).flatMap((asked) => [
				asked,
				{ ...asked, more: { ...asked.more, simplify: false } },
			]);
		}

		test('is not in it, wherever the service repeats it', async () => {
			for (const asked of await everyWayToRead()) {
				const read = await asTool(agent, asked);
				expect(read).toContain('+4915112345678');
				expect(read).not.toContain(CODE);
			}
		});

		test('is in it with the option', async () => {
			for (const asked of await everyWayToRead()) {
				expect(await asTool(agent, withOption(asked, 'showCode'))).toContain(CODE);
			}
		});

		test('a workflow gets it, to compare it with what was typed', async () => {
			expect((await asNode(create))[0].code).toBe(CODE);
		});
	});

	describe.each(AGENTS)('the address of a call event (agent: %s)', (agent) => {
		const HOST = 'https://n8n.example.com';
		const SECRET = '/webhook/2f6c0f8e-0a0c-4f6e-9d1c-5b9f6f6c2d11/call/0';
		const of = { userId: '@me', extension: '0003*210' };

		async function everyWayToRead(): Promise<Asked[]> {
			const on = (operation: string, more: INodeParameters = {}): Asked => ({
				node: 'voipNow',
				resource: 'phoneCallEvent',
				operation,
				more: { ...of, ...more },
			});
			const fields = { method: '1', url: HOST + SECRET, status: '1' };
			const create = on('create', { eventType: '0', ...fields });
			const [{ id }] = await asNode(create);
			const one = { eventType: '0', eventId: byId(String(id)) };
			return [
				create,
				on('get', one),
				on('getAll'),
				on('getAll', { simplify: false }),
				on('update', { ...one, updateFields: { url: HOST + SECRET, note: 'n' } }),
				on('delete', { deleteWhat: 'one', ...one }),
			];
		}

		test('comes as its host', async () => {
			for (const asked of await everyWayToRead()) {
				const read = await asTool(agent, asked);
				expect(read).not.toContain(SECRET);
				if (asked.operation !== 'delete') expect(read).toContain(`"${HOST}/…"`);
			}
		});

		test('comes whole with the option, and in a workflow', async () => {
			const [create, get] = await everyWayToRead();
			expect(await asTool(agent, withOption(get, 'showUrl'))).toContain(SECRET);
			expect((await asNode(create))[0].url).toBe(HOST + SECRET);
		});
	});

	describe.each(AGENTS)('a secret in a text (agent: %s)', (agent) => {
		const TEXT = [
			'Approve: https://n8n.example.com/webhook-waiting/1234/node?signature=0123456789abcdef',
			'Reset: https://shop.example.com/reset?user=7&token=s3cret-of-a-user&lang=en',
		].join(' ');

		const send: Asked = {
			resource: 'sms',
			operation: 'send',
			more: { phone: '+4915112345678', senderId: 'MyShop', text: TEXT },
		};

		test('the text that was sent is not read again: the model knows it, or must not', async () => {
			const read = await asTool(agent, send);
			expect(read).toContain('"uuid"');
			expect(read).not.toContain('Approve');
			expect((await asNode(send))[0].text).toBe(TEXT);
		});

		test('links that answer for somebody, and tokens, are cut in what is read later', async () => {
			const [{ uuid }] = await asNode(send);
			const get = { resource: 'sms', operation: 'get', more: { smsId: byId(String(uuid)) } };
			for (const asked of [get, { resource: 'sms', operation: 'getAll' }]) {
				const read = await asTool(agent, asked);
				expect(read).toContain('https://n8n.example.com/webhook-waiting/…');
				expect(read).toContain('https://shop.example.com/reset?user=7&token=…&lang=en');
				expect(read).not.toMatch(/1234\/node|0123456789abcdef|s3cret/);
			}
			expect((await asNode(get))[0].text).toBe(TEXT);
		});
	});

	test('50 SMS: nothing without a value, no time twice', async () => {
		const text = 'Your parcel arrives today between 9 and 11. Your shop';
		const more = { phone: '+4915112345678', senderId: 'MyShop', text };
		for (let sent = 0; sent < 50; sent++) {
			await asNode({ resource: 'sms', operation: 'send', more });
		}
		sandbox.clock.advance(600);
		const list = { resource: 'sms', operation: 'getAll' };
		const whole = await asNode(list);
		const read = await asTool('engine', list);
		const entries = JSON.parse(read) as IDataObject[];
		expect(entries).toHaveLength(50);
		for (const entry of entries) {
			expect(Object.values(entry)).not.toContain(null);
			expect(entry).not.toHaveProperty('created_at');
			expect(entry).not.toHaveProperty('delivery_at');
			expect(entry.created_at_iso).toMatch(/^\d{4}-/);
		}
		expect(entries[0]).toMatchObject({ phone: '+4915112345678', text, delivery: 'Delivered' });
		// 50 is the default Limit; docs/measurements.md has the figures.
		expect(read.length).toBeLessThan(22_000);
		expect(read.length).toBeLessThan(0.85 * JSON.stringify(whole).length);
	});
});
