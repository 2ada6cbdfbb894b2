import type { INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { byId } from './given';
import { run } from './run';

describe('presence and queue agents', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const send = async (parameters: object) =>
		await run({ node: 'voipNow', parameters: parameters as INodeParameters, url: sandbox.url });
	const queries = () => sandbox.journal.entries().map(({ query }) => decodeURIComponent(query));
	const respond = (body: unknown) =>
		sandbox.faults.add({ kind: 'body', status: 200, body: JSON.stringify(body) });

	describe('presence', () => {
		const presence = {
			resource: 'presence',
			operation: 'getAll',
			userId: '@me',
			extension: '@self',
			returnAll: true,
		};

		test.each(['nested', 'flat'] as const)('one item for each extension, %s', async (form) => {
			sandbox.settings.voipNowPresence = form;
			const { main } = await send({ ...presence, simplify: false });
			const ofOne = main.find(({ json }) => json.extension === '0003*210')!.json;
			expect(ofOne).toMatchObject({
				extension: '0003*210',
				status: expect.any(Number),
				registration: [{ agent: 'Sandbox desk phone', registration: 1 }],
			});
			expect(ofOne).not.toHaveProperty('agent');
			const extensions = main.map(({ json }) => json.extension);
			expect(new Set(extensions).size).toBe(extensions.length);
		});

		test('simplified: codes in words, and whether somebody can be reached', async () => {
			const { main } = await send(presence);
			const byExtension = new Map(main.map(({ json }) => [json.extension, json]));
			expect(byExtension.get('0003*210')).toMatchObject({
				statusName: expect.stringMatching(/^(Online|Ringing|Busy|Unknown)$/),
				isReachable: true,
				devices: [{ registration: 1, registrationName: 'Registered' }],
			});
			expect(byExtension.get('0003*213')).toMatchObject({ isReachable: false, devices: [] });
		});

		test.each([
			[{ filterOp: 'equals', filterValue: '0003*210' }, ['0003*210']],
			[{ filterOp: 'inArray', filterValue: '0003*210,0003*212' }, ['0003*210', '0003*212']],
			[{ filterOp: 'startsWith', filterValue: '0003*213' }, ['0003*213']],
		])('the filter %j', async (more, expected) => {
			const filter = { condition: { filterBy: 'extension', ...more } };
			const { main } = await send({ ...presence, filters: { filter } });
			expect(main.map(({ json }) => json.extension).sort()).toEqual(expected);
		});

		test('a filter without a value is refused before anything is sent', async () => {
			const filter = { condition: { filterBy: 'extension', filterOp: 'equals', filterValue: '' } };
			const { error } = await send({ ...presence, filters: { filter } });
			expect(error?.message).toBe('Value of the filter is empty');
			expect(queries()).toEqual([]);
		});

		test('all extensions over several pages, also where the server makes them smaller', async () => {
			sandbox.fill({ voipNowExtensions: 5500 });
			const { main } = await send(presence);
			const extensions = main.map(({ json }) => json.extension);
			expect(extensions.length).toBeGreaterThan(5500);
			expect(new Set(extensions).size).toBe(extensions.length);
			expect(queries()).toEqual(['count=4999', 'count=4999&startIndex=4999']);
		});

		test('a server that makes pages smaller and gives no link is read to its end', async () => {
			const page = (numbers: string[]) => ({
				entry: numbers.map((extension) => ({ extension, status: '1', registration: [] })),
				...{ totalResults: '5', itemsPerPage: '2', paging: [] },
			});
			respond(page(['1', '2']));
			respond(page(['3', '4']));
			respond(page(['5']));
			const { main } = await send(presence);
			expect(main.map(({ json }) => json.extension)).toEqual(['1', '2', '3', '4', '5']);
			expect(queries()).toEqual([
				'count=4999',
				'count=4999&startIndex=2',
				'count=4999&startIndex=4',
			]);
		});

		test('a link that leads back ends the list', async () => {
			const entry = [{ extension: '1', status: 1, registration: [] }];
			respond({ entry, paging: { next: `${sandbox.url}/x?startIndex=0` } });
			const { main } = await send(presence);
			expect(main).toHaveLength(1);
			expect(queries()).toHaveLength(1);
		});
	});

	describe('queue agents', () => {
		const queue = { resource: 'queueAgent', userId: '@me', extension: '0003*220' };

		test.each(['collection', 'array'] as const)('all of a queue, as %s', async (form) => {
			sandbox.settings.voipNowQueueList = form;
			const { main } = await send({ ...queue, operation: 'getAll', returnAll: true });
			const agents = main.map(({ json }) => [json.agentNumber, json.status, json.statusName]);
			expect(agents.sort()).toEqual([
				['+4917012345901', 0, 'Logged Out'],
				['0003*210', 1, 'Online'],
				['0003*212', 2, 'Paused'],
			]);
		});

		test('several pages of them', async () => {
			sandbox.fill({ voipNowAgents: 30 });
			sandbox.settings.voipNowQueueList = 'array';
			const { main } = await send({ ...queue, operation: 'getAll', limit: 25, returnAll: false });
			expect(main).toHaveLength(25);
			expect(queries()).toEqual(['count=25']);
		});

		test.each([
			['a local one', '0003*210', '0003*210'],
			['a remote one by its ID', '901', '+4917012345901'],
		])('%s', async (_name, agent, agentNumber) => {
			const { main } = await send({ ...queue, operation: 'get', agent: byId(agent) });
			expect(main.map(({ json }) => json.agentNumber)).toEqual([agentNumber]);
		});

		test('one that is not in the queue', async () => {
			const { error } = await send({ ...queue, operation: 'get', agent: byId('0003*299') });
			expect(error?.message).toContain('The agent 0003*299 was not found');
		});

		test.each([
			['0', 'Logged Out'],
			['1', 'Online'],
			['2', 'Paused'],
		])('status %s is set', async (status, statusName) => {
			const { main } = await send({ ...queue, operation: 'update', agent: byId('901'), status });
			expect(main.map(({ json }) => json)).toEqual([
				expect.objectContaining({ status: Number(status), statusName }),
			]);
			expect(sandbox.state.agents.get('0003*220 901')!.status).toBe(status);
		});

		test.each(['', '..', '0003/210', 'Bob', '1?x=1'])('agent %j is refused', async (value) => {
			for (const operation of ['get', 'update']) {
				const agent = byId(`={{ ${JSON.stringify(value)} }}`);
				const { error } = await send({ ...queue, operation, agent, status: '1' });
				expect(error?.message).toMatch(/^Agent is (empty|not valid)/);
			}
			expect(queries()).toEqual([]);
		});
	});
});
