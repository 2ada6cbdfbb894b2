import { givenSandbox } from './given';

const given = givenSandbox();
const queue = '/extensions/@me/0003*220/queue/agents';
const agents = (rest = '') => given.uapi('GET', `${queue}${rest}`);
const set = (agent: string, body: unknown, path = queue) =>
	given.uapi('PUT', `${path}/${agent}`, { body });

describe('queue agents', () => {
	it('come as a collection ordered by status, all or one', async () => {
		const { json } = await agents('/');
		expect(json.entry.map((one: { status: unknown }) => Number(one.status))).toEqual([0, 1, 2]);
		expect(json.entry[1]).toEqual({
			agentNumber: '0003*210',
			status: expect.anything(),
			queue: '0003*220',
			type: 'local',
			identifier: '0003*210',
			links: { self: `${given.sandbox.url}/uapi${queue}/0003*210` },
		});
		for (const name of ['901', '+4917012345901'])
			expect((await agents(`/${name}`)).json.entry).toMatchObject([
				{ identifier: '901', type: 'remote' },
			]);
		expect((await agents('/210?fields=agentNumber,status')).json.entry[0]).toEqual({
			agentNumber: '0003*210',
			status: expect.anything(),
		});
		expect((await agents('/999')).status).toBe(204);
	});

	it('are filtered and paged', async () => {
		const filter = (op: string, value: string) =>
			agents(`?filterBy=agentNumber&filterOp=${op}&filterValue=${value}`);
		expect((await filter('startsWith', '0003')).json.totalResults).toBe(2);
		expect((await agents('?filterBy=status&filterValue=2')).json.totalResults).toBe(1);
		given.sandbox.fill({ voipNowAgents: 30 });
		expect((await agents('?startIndex=20')).json).toMatchObject({
			totalResults: 33,
			startIndex: 20,
		});
		expect((await filter('lessThan', '1')).json.error.code).toBe('filterop_invalid');
	});

	it('can come as a collection in a list', async () => {
		given.sandbox.settings.voipNowQueueList = 'array';
		expect((await agents()).json).toMatchObject([{ totalResults: 3 }]);
	});

	it.each(['0', '1', '2', 0, 1, 2])('are set to %j', async (status) => {
		const { status: http, json } = await set('212', { status });
		expect([http, json]).toEqual([200, [expect.objectContaining({ agentNumber: '0003*212' })]]);
		expect(Number(json[0].status)).toBe(Number(status));
		const [one] = (await agents('/0003*212')).json.entry;
		expect(Number(one.status)).toBe(Number(status));
	});

	it.each([
		['status_invalid', '210', { status: '3' }, queue],
		['status_invalid', '210', {}, queue],
		['qag_agent_invalid', '999', { status: '1' }, queue],
		['qag_agent_invalid', 'someone', { status: '1' }, queue],
		['extension_invalid', '210', { status: '1' }, '/extensions/@me/0003*210/queue/agents'],
		['extension_invalid', '210', { status: '1' }, '/extensions/@me/@self/queue/agents'],
		['extension_invalid', '210', { status: '1' }, '/extensions/13/0003*220/queue/agents'],
	])('are refused with %s', async (code, agent, body, path) => {
		const response = await set(agent, body, path);
		expect([response.status, response.json.error.code]).toEqual([400, code]);
	});
});

describe('presence', () => {
	const presence = (path: string) => given.uapi('GET', `/extensions/${path}`);
	const statusOf = async (extension: string) =>
		Number((await presence(`@me/${extension}/presence`)).json.entry[0].status);

	it('follows the calls of a phone', async () => {
		expect(await statusOf('0003*210')).toBe(1);
		expect(await statusOf('0003*213')).toBe(0);
		const { id } = given.sandbox.ring({ from: '4930111', to: '0003*210' });
		expect(await statusOf('0003*210')).toBe(2);
		given.sandbox.clock.advance(3);
		expect(await statusOf('0003*210')).toBe(3);
		await given.uapi('DELETE', `/phoneCalls/@me/0003*210/${id}`);
		expect(await statusOf('0003*210')).toBe(1);
	});

	it('can be flat, as in older versions', async () => {
		given.sandbox.settings.voipNowPresence = 'flat';
		const { entry } = (await presence('@me/@self/presence')).json;
		expect(entry[0]).toMatchObject({
			extension: '0003*210',
			agent: 'Sandbox desk phone',
			registration: expect.stringMatching(/^1$/),
			expire: expect.any(String),
		});
		expect(Number(entry[2].registration)).toBe(0);
	});

	it('is filtered, paged and refused', async () => {
		given.sandbox.fill({ voipNowExtensions: 40 });
		const all = (await presence('@me/@self/presence?count=30')).json;
		expect(all).toMatchObject({ totalResults: 43, paging: { next: expect.any(String) } });
		const filter = 'filterBy=extension&filterOp=inArray&filterValue=0003*210,0003*212';
		expect((await presence(`@me/@self/presence?${filter}`)).json.totalResults).toBe(2);
		for (const path of ['@me/0003*220/presence', '@owner/@self/presence', '@me/999/presence'])
			expect((await presence(path)).json.error.code).toBe('extension_invalid');
	});
});
