import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { run } from './run';
import { clock, queriesAt, readCallReports, timezone } from './voipNowGiven';

const DAY = 86_400;

describe('call reports', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const read = async (more?: object, given?: object) => await readCallReports(sandbox, more, given);
	const queries = () => queriesAt(sandbox);
	const now = () => sandbox.clock.now();

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

		test('a period in the hour that comes twice in autumn is one', async () => {
			const filters = {
				startDate: '2026-10-25T02:40:00+02:00',
				endDate: '2026-10-25T02:10:00+01:00',
			};
			await read({ filters }, { timezone: 'Europe/Berlin' });
			expect(queries()[0]).toMatchObject({
				startDate: '2026-10-25T02:40:00',
				endDate: '2026-10-25T02:10:00',
			});
		});

		test('one that ends before it begins is refused there as well', async () => {
			const filters = {
				startDate: '2026-10-25T02:10:00+01:00',
				endDate: '2026-10-25T02:40:00+02:00',
			};
			const { error } = await read({ filters }, { timezone: 'Europe/Berlin' });
			expect(error?.message).toContain('End Date is before Start Date');
			expect(queries()).toEqual([]);
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
				'End Date is before Start Date',
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
			expect(answered).not.toHaveLength(0);
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
			expect(main).not.toHaveLength(0);
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

		test.each([
			[['ownerName'], ['id', 'ownerName']],
			[
				['links', 'ownerId', 'phoneCallView', 'published'],
				['id', 'legs', 'links', 'ownerId', 'published'],
			],
		])('simplified, with the fields %j: none is lost', async (fields, names) => {
			const { main } = await read({ simplify: true, filters: { fields } });
			expect(main.length).toBeGreaterThan(0);
			for (const { json } of main) expect(Object.keys(json).sort()).toEqual(names);
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

		test.each(['both', 'call', 'leg'] as const)(
			'simplified, with the time of the answer where VoipNow has it: %s',
			async (voipNowCdrAnswered) => {
				sandbox.settings.voipNowCdrAnswered = voipNowCdrAnswered;
				const filters = { disposition: 0 };
				const [{ json: ofCall }] = (await read({ simplify: true, filters })).main;
				const [{ json: ofLeg }] = (await read({ simplify: true, filters, output: 'leg' })).main;
				const [leg] = ofCall.legs as IDataObject[];
				const inCall = voipNowCdrAnswered !== 'leg';
				const inLeg = voipNowCdrAnswered !== 'call';
				expect(['answered' in ofCall, 'answered' in ofLeg]).toEqual([inCall, inCall]);
				expect(['answered' in leg, 'legAnswered' in ofLeg]).toEqual([inLeg, inLeg]);
			},
		);

		test('names of the legs under Fields, as the vendor asks for them', async () => {
			const fields = ['id', 'source', 'destination', 'disposition', 'answered'];
			const filters = { fields, disposition: 0 };
			const [{ json: ofCall }] = (await read({ simplify: true, filters })).main;
			expect(Object.keys(ofCall).sort()).toEqual(['answered', 'id', 'legs']);
			const [{ json: ofLeg }] = (await read({ filters, output: 'leg' })).main;
			expect(Object.keys(ofLeg).sort()).toEqual(
				['answered', 'destination', 'disposition', 'id', 'legAnswered', 'legId', 'source'].sort(),
			);
			sandbox.settings.voipNowLegFields = 'ignored';
			const [{ json: ignored }] = (await read({ simplify: true, filters })).main;
			expect(Object.keys(ignored).sort()).toEqual(['answered', 'id']);
		});

		test('what newer versions add to a call or a leg is kept', async () => {
			const body = JSON.stringify({
				entry: { one: { id: 'one', rating: '5', phoneCallView: [{ id: '00', cost: '0.12' }] } },
			});
			sandbox.faults.add({ kind: 'body', status: 200, body, times: 2 });
			const { main } = await read({ simplify: true });
			expect(main[0].json).toEqual({ id: 'one', rating: '5', legs: [{ id: '00', cost: '0.12' }] });
			const legs = await read({ simplify: true, output: 'leg' });
			expect(legs.main[0].json).toEqual({ id: 'one', rating: '5', legId: '00', cost: '0.12' });
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
