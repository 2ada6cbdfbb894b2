import type { INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { run } from './run';

const DAY = 86_400;

/** The sandbox keeps its clock in UTC. */
const timezone = 'UTC';

describe('call reports', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const read = async (more: object = {}, given: object = {}) =>
		await run({
			node: 'voipNow',
			parameters: {
				resource: 'cdr',
				operation: 'getAll',
				userId: '@me',
				returnAll: true,
				simplify: false,
				...more,
			} as INodeParameters,
			url: sandbox.url,
			timezone,
			...given,
		});
	const queries = () =>
		sandbox.journal
			.entries()
			.map(({ url }) => Object.fromEntries(new URL(url, 'http://x').searchParams));
	const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 19);
	const now = () => sandbox.clock.now();

	describe('pages', () => {
		const records = (wanted: (record: { published: number; answered?: number }) => boolean) =>
			[...sandbox.state.cdr.values()]
				.filter(wanted)
				.sort((one, other) => one.published - other.published)
				.map(({ id }) => id);
		const ids = (main: Array<{ json: { id?: unknown } }>) => main.map(({ json }) => json.id);

		test('30,000 records, each once and in their order, none asked for behind index 5000', async () => {
			sandbox.fill({ voipNowCdr: 30_000 });
			const from = now() - 70 * DAY;
			const { main, error } = await read({ filters: { saveStartDate: clock(from) } });

			expect(error).toBeUndefined();
			const expected = records(() => true);
			expect(expected.length).toBeGreaterThanOrEqual(30_000);
			expect(new Set(ids(main)).size).toBe(main.length);
			expect(ids(main).sort()).toEqual([...expected].sort());
			const times = main.map(({ json }) => Date.parse(String(json.published)));
			expect(times).toEqual([...times].sort((one, other) => one - other));
			const starts = queries().map(({ startIndex }) => Number(startIndex ?? 0));
			expect(Math.max(...starts)).toBeLessThanOrEqual(4999);
			expect(starts.length).toBeLessThan(25);
		});

		test('newest first, also over several periods', async () => {
			sandbox.fill({ voipNowCdr: 12_000 });
			const filters = { saveStartDate: clock(now() - 70 * DAY), sortOrder: 'descending' };
			const { main } = await read({ filters });

			const times = main.map(({ json }) => Date.parse(String(json.published)));
			expect(times.length).toBeGreaterThanOrEqual(12_000);
			expect(times).toEqual([...times].sort((one, other) => other - one));
		});

		test('without dates: all calls of the month, also those that nobody answered', async () => {
			sandbox.fill({ voipNowCdr: 12_000 });
			const today = new Date();
			const month = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1) / 1000;
			const step = (now() - 60 - month) / 12_000;
			[...sandbox.state.cdr.values()].forEach((record, index) => {
				const published = month + Math.floor(step * index);
				const answered = record.answered === undefined ? undefined : published + 5;
				Object.assign(record, { published, answered, saved: published + 30 });
			});
			// One of last month, which the dates of storing alone would let through.
			const [last] = sandbox.state.cdr.values();
			Object.assign(last, { published: month - 600, answered: month - 590, saved: month + 1 });
			const expected = records(({ published }) => published >= month);
			expect(expected.length).toBeGreaterThan(9998);
			const { main, error } = await read();

			expect(error).toBeUndefined();
			expect(ids(main).sort()).toEqual([...expected].sort());
			expect(main.some(({ json }) => json.answered === undefined)).toBe(true);
		});

		test('a limit is kept to, over as many pages as it needs', async () => {
			sandbox.fill({ voipNowCdr: 12_000 });
			const filters = { saveStartDate: clock(now() - 70 * DAY) };
			const { main } = await read({ returnAll: false, limit: 7000, filters });

			const first = records(() => true).slice(0, 7000);
			expect(ids(main)).toEqual(first);
			expect(queries().map(({ startIndex }) => startIndex)).toEqual([undefined, '4999']);
		});

		test('a small limit asks for no more than that', async () => {
			sandbox.fill({ voipNowCdr: 100 });
			const { main } = await read({ returnAll: false, limit: 3 });
			expect(main).toHaveLength(3);
			expect(queries()).toEqual([{ count: '3' }]);
		});

		test.each(['other', 'own'] as const)(
			'the next page is read from the address of the credential, host of the link: %s',
			async (host) => {
				sandbox.settings.voipNowPagingHost = host;
				sandbox.fill({ voipNowCdr: 6000 });
				const filters = { saveStartDate: clock(now() - 70 * DAY) };
				const { main, error } = await read({ filters });
				expect(error).toBeUndefined();
				expect(ids(main)).toEqual(records(() => true));
				expect(queries()).toEqual([
					{ ...filters, count: '4999' },
					{ ...filters, count: '4999', startIndex: '4999' },
				]);
			},
		);

		test('a server that repeats the same page does not send the run round for ever', async () => {
			const entry = Object.fromEntries(
				Array.from({ length: 20 }, (_, index) => [`id${index}`, { id: `id${index}` }]),
			);
			const next = `${sandbox.url}/uapi/cdr?startIndex=20`;
			const body = JSON.stringify({ entry, totalResults: 900, paging: { next } });
			sandbox.faults.add({ kind: 'body', status: 200, body, times: 1000 });
			const { main } = await read();
			expect(main).toHaveLength(20);
			expect(queries()).toHaveLength(2);
		});

		test('a server that ignores the dates ends with a clear message', async () => {
			let start = 0;
			const page = () => {
				const entry = Object.fromEntries([[`id${start}`, { id: `id${start}` }]]);
				const next = `${sandbox.url}/uapi/cdr?startIndex=6000&n=${start++}`;
				return JSON.stringify({ entry, totalResults: 50_000, paging: { next } });
			};
			for (let times = 0; times < 100; times++) {
				sandbox.faults.add({ kind: 'body', status: 200, body: page(), times: 1 });
			}
			const { error, main } = await read();
			expect(error?.message).toContain('does not narrow them by date');
			expect(main).toEqual([]);
			expect(queries().length).toBeLessThan(20);
		});

		test('a page that does not come fails the list as a whole', async () => {
			sandbox.fill({ voipNowCdr: 6000 });
			sandbox.faults.add({ kind: 'status', status: 500, skip: 1, times: 10 });
			const filters = { saveStartDate: clock(now() - 70 * DAY) };
			const { main, error } = await read({ filters });
			expect(error?.httpCode).toBe('500');
			expect(main).toEqual([]);
		});

		test.each(['array', 'object', 'none'] as const)('no record at all, as %s', async (form) => {
			sandbox.settings.voipNowEmptyCdr = form;
			sandbox.state.cdr.clear();
			const { main, error } = await read();
			expect(error).toBeUndefined();
			expect(main).toEqual([]);
		});

		test('records in an array, where the ID is inside', async () => {
			const body = JSON.stringify({ entry: [{ id: 'b' }, { id: 'a' }], totalResults: 2 });
			sandbox.faults.add({ kind: 'body', status: 200, body });
			expect(ids((await read()).main)).toEqual(['b', 'a']);
		});
	});

	describe('dates', () => {
		test('go out as the clock of the workflow shows them, whatever form they came in', async () => {
			const filters = {
				startDate: '2026-01-01T12:00:00+03:00',
				endDate: '2026-07-01T12:00:00.000Z',
			};
			await read({ filters }, { timezone: 'America/New_York' });
			expect(queries()[0]).toMatchObject({
				startDate: '2026-01-01T04:00:00',
				endDate: '2026-07-01T08:00:00',
			});
		});

		test.each([
			[{ endDate: '2026-01-01T00:00:00' }, 'End Date needs a Start Date'],
			[{ saveEndDate: '2026-01-01T00:00:00' }, 'Save End Date needs a Save Start Date'],
			[
				{ startDate: '2026-01-01T00:00:00', saveStartDate: '2026-01-01T00:00:00' },
				'cannot be used together',
			],
			[
				{ startDate: '2026-01-02T00:00:00', endDate: '2026-01-01T00:00:00' },
				'End Date lies before Start Date',
			],
			[{ startDate: 'soon' }, 'Start Date is not a date: "soon"'],
		])('%j is refused before anything is sent', async (filters, message) => {
			const { error } = await read({ filters });
			expect(error?.message).toContain(message);
			expect(queries()).toEqual([]);
		});

		test('answered and stored times are what they say', async () => {
			sandbox.fill({ voipNowCdr: 200 });
			const filters = (name: string) => ({ [`${name}`]: clock(now() - 70 * DAY) });
			const answered = (await read({ filters: filters('startDate') })).main;
			const stored = (await read({ filters: filters('saveStartDate') })).main;
			expect(answered.length).toBeLessThan(stored.length);
			expect(answered.every(({ json }) => json.answered !== undefined)).toBe(true);
		});
	});

	test.each(['@owner', 'someone', '', '../12', '12/..'])(
		'User ID %j is refused',
		async (userId) => {
			const { error } = await read({ userId: `={{ ${JSON.stringify(userId)} }}` });
			expect(error?.message).toMatch(/^User ID is (empty|not valid)/);
			expect(queries()).toEqual([]);
		},
	);

	describe('what an item is', () => {
		test('a call with its legs, numbers as numbers', async () => {
			const { main } = await read({ returnAll: false, limit: 1 });
			const [{ json }] = main;
			expect(json).toMatchObject({ id: expect.any(String), published: expect.any(String) });
			const views = json.phoneCallView as Array<Record<string, unknown>>;
			expect(views.length).toBeGreaterThan(0);
			for (const view of views) {
				expect(view.flow).toEqual(expect.any(Number));
				expect(view.disposition).toEqual(expect.any(Number));
				expect(view.source).toEqual(expect.any(String));
			}
		});

		test('simplified: names beside the codes, no owner, no links', async () => {
			const { main } = await read({ simplify: true });
			for (const { json } of main) {
				expect(json).not.toHaveProperty('links');
				expect(json).not.toHaveProperty('ownerId');
				const [leg] = json.legs as Array<Record<string, unknown>>;
				expect(leg).toMatchObject({
					source: expect.any(String),
					flow: expect.any(Number),
					flowName: expect.stringMatching(/^(Local|Incoming Public|Outgoing Public)$/),
					dispositionName: expect.any(String),
				});
			}
		});

		const twoLegs = JSON.stringify({
			entry: {
				one: {
					id: 'one',
					extension: '0003*210',
					published: '2026-01-01T00:00:00Z',
					phoneCallView: [
						{ id: '00', extension: '0003*210', source: '1', flow: '8', disposition: '0' },
						{
							id: '01',
							extension: '0003*212',
							source: '2',
							flow: 2,
							disposition: 3,
							duration: '7',
						},
					],
				},
				two: { id: 'two', extension: '0003*212', phoneCallView: [] },
			},
			totalResults: 2,
		});

		test('one item a leg: the fields of the call and those of the leg', async () => {
			sandbox.faults.add({ kind: 'body', status: 200, body: twoLegs });
			const { main, pairedMain } = await read({ output: 'leg' });
			const ofCall = { id: 'one', extension: '0003*210', published: '2026-01-01T00:00:00Z' };
			expect(main.map(({ json }) => json)).toEqual([
				{ ...ofCall, legId: '00', legExtension: '0003*210', source: '1', flow: 8, disposition: 0 },
				{
					...ofCall,
					...{ legId: '01', legExtension: '0003*212', source: '2' },
					...{ flow: 2, disposition: 3, duration: 7 },
				},
				{ id: 'two', extension: '0003*212' },
			]);
			expect(pairedMain).toEqual([0, 0, 0]);
		});

		test('one item a leg, simplified, and Limit counts legs', async () => {
			sandbox.faults.add({ kind: 'body', status: 200, body: twoLegs, times: 2 });
			const { main } = await read({ output: 'leg', simplify: true });
			expect(main[1].json).toMatchObject({ legId: '01', flowName: 'Local', duration: 7 });
			expect(main[1].json.dispositionName).toBe('No Answer');
			const two = await read({ output: 'leg', returnAll: false, limit: 2 });
			expect(two.main.map(({ json }) => json.legId)).toEqual(['00', '01']);
		});
	});

	describe('statistics', () => {
		const statistics = async (userId: string, more: object = {}) =>
			await run({
				node: 'voipNow',
				parameters: { resource: 'cdr', operation: 'getStats', userId, ...more } as INodeParameters,
				url: sandbox.url,
				timezone,
			});
		const paths = () => sandbox.journal.entries().map(({ url }) => url);

		test.each(['object', 'array'] as const)('of an account, as %s', async (form) => {
			sandbox.settings.voipNowStats = form;
			const { main, pairedMain } = await statistics('12');
			expect(paths()).toEqual(['/uapi/cdr/stats/12']);
			expect(main.map(({ json }) => json.typeName)).toEqual(['Incoming', 'Outgoing']);
			for (const { json } of main) {
				for (const name of ['type', 'total', 'answered', 'unanswered', 'busy']) {
					expect(json[name]).toEqual(expect.any(Number));
				}
			}
			expect(pairedMain).toEqual([0, 0]);
		});

		test('of the own account: they come with the list of calls', async () => {
			const own = (await statistics('@me')).main.map(({ json }) => json);
			expect(paths()).toEqual(['/uapi/cdr?count=1']);
			expect(own).toEqual((await statistics('12')).main.map(({ json }) => json));
		});

		test.each([404, 501])(
			'on a system without them (%i) they come with the list',
			async (status) => {
				sandbox.faults.add({ kind: 'status', status, path: '/uapi/cdr/stats/*' });
				const { main, error } = await statistics('12', { filters: { flow: 8 } });
				expect(error).toBeUndefined();
				expect(paths()).toEqual(['/uapi/cdr/stats/12?flow=8', '/uapi/cdr/12?flow=8&count=1']);
				expect(main).toHaveLength(2);
			},
		);
	});
});
