import { type Sandbox, startSandbox } from '../../sandbox';
import { clock, queriesAt, readCallReports } from './voipNowGiven';

const DAY = 86_400;

describe('call reports: pages', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());
	afterEach(() => jest.useRealTimers());

	/** Stops the date, for the node as well as for the sandbox; all else goes on. */
	const setDate = (date: string) =>
		jest.useFakeTimers({
			now: new Date(date),
			doNotFake: [
				...(['hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
				...(['setImmediate', 'clearImmediate', 'setInterval', 'clearInterval'] as const),
				...(['setTimeout', 'clearTimeout'] as const),
			],
		});

	const read = async (more?: object, given?: object) => await readCallReports(sandbox, more, given);
	const queries = () => queriesAt(sandbox);
	const now = () => sandbox.clock.now();

	const records = (wanted: (record: { published: number; answered?: number }) => boolean) =>
		[...sandbox.state.cdr.values()]
			.filter(wanted)
			.sort((one, other) => one.published - other.published)
			.map(({ id }) => id);
	/** The first of June 2026. */
	const month = Date.UTC(2026, 5, 1) / 1000;
	/** Spreads all records evenly over a time, without changing which of them were answered. */
	const spread = (from: number, to: number) => {
		const all = [...sandbox.state.cdr.values()];
		all.forEach((record, index) => {
			const published = from + Math.floor(((to - from) * index) / all.length);
			const answered = record.answered === undefined ? undefined : published + 5;
			Object.assign(record, { published, answered, saved: published + 30 });
		});
	};
	const ids = (main: Array<{ json: { id?: unknown } }>) => main.map(({ json }) => json.id);

	test('22,000 records, each once and in their order, none asked for behind index 5000', async () => {
		// More than twice what one period can give.
		sandbox.fill({ voipNowCdr: 22_000 });
		const from = now() - 70 * DAY;
		const { main, error } = await read({ filters: { saveStartDate: clock(from) } });

		expect(error).toBeUndefined();
		const expected = records(() => true);
		expect(expected.length).toBeGreaterThanOrEqual(22_000);
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
		setDate('2026-06-15T12:00:00Z');
		sandbox.fill({ voipNowCdr: 12_000 });
		spread(month, now() - 60);
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

	test.each([undefined, 'descending'])(
		'without dates, when the month has just begun and the day before had more: %s',
		async (sortOrder) => {
			setDate('2026-06-01T00:40:00Z');
			sandbox.fill({ voipNowCdr: 22_000 });
			spread(month - 6 * 3600, month - 60);
			[...sandbox.state.cdr.values()].slice(0, 10_200).forEach((record, index) => {
				const published = month + Math.floor(index / 6);
				Object.assign(record, { published, answered: published + 5, saved: published + 30 });
			});
			const expected = records(({ published, answered }) => (answered ?? published) >= month);
			expect(expected).toHaveLength(10_200);
			const { main, error } = await read({ filters: sortOrder ? { sortOrder } : {} });

			expect(error).toBeUndefined();
			expect(ids(main).sort()).toEqual([...expected].sort());
		},
	);

	test.each([
		['id', ['id']],
		['extension,published', ['extension', 'id', 'published']],
		['flow', ['id', 'phoneCallView']],
	])('without dates and with some fields only: %s', async (fields, names) => {
		setDate('2026-06-02T12:00:00Z');
		sandbox.fill({ voipNowCdr: 16_000 });
		spread(month - 18 * 3600, now() - 60);
		const expected = records(({ published, answered }) => (answered ?? published) >= month);
		expect(expected.length).toBeGreaterThan(9998);
		expect(expected.length).toBeLessThan(13_000);
		const { main, error } = await read({ filters: { fields: fields.split(',') } });

		expect(error).toBeUndefined();
		expect(ids(main)).toEqual(expected);
		expect(Object.keys(main[0].json).sort()).toEqual(names);
		const legs = (main[0].json.phoneCallView ?? []) as object[];
		expect(legs.filter((leg) => Object.keys(leg).join() !== fields)).toEqual([]);
	});

	test('without dates, a call that only its legs say was answered this month is not lost', async () => {
		sandbox.settings.voipNowCdrAnswered = 'leg';
		setDate('2026-06-02T12:00:00Z');
		sandbox.fill({ voipNowCdr: 16_000 });
		spread(month - 18 * 3600, now() - 60);
		const [late] = sandbox.state.cdr.values();
		const [leg] = late.legs as Array<{ answered?: number }>;
		leg.answered = month + 1;
		Object.assign(late, { published: month - 9, answered: month + 1, saved: month + 30 });
		expect(ids((await read()).main)).toContain(late.id);
	});

	test('some fields of one page: no others are asked for', async () => {
		await read({ returnAll: false, limit: 50, filters: { fields: ['extension'] } });
		expect(queries()).toEqual([{ count: '50', fields: 'extension' }]);
	});

	test('a server that makes pages smaller than it says is read to its end', async () => {
		const page = (from: number, length: number) => ({
			entry: Object.fromEntries(
				Array.from({ length }, (_, index) => [`id${from + index}`, { extension: '1' }]),
			),
			...{ totalResults: 250, itemsPerPage: 4999 },
		});
		for (const [from, length] of [
			[0, 100],
			[100, 100],
			[200, 50],
		]) {
			sandbox.faults.add({
				...{ kind: 'body', status: 200, times: 1 },
				body: JSON.stringify(page(from, length)),
			});
		}
		const { main } = await read();
		expect(main).toHaveLength(250);
		expect(queries().map(({ startIndex }) => startIndex)).toEqual([undefined, '100', '200']);
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
		expect(error?.message).toContain('does not filter them by date');
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
