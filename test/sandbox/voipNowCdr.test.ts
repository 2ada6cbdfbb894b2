import { givenSandbox } from './given';

const given = givenSandbox();
const cdr = (rest = '') => given.uapi('GET', `/cdr${rest}`);
const iso = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 19);
const DAY = 86_400;

interface Record_ {
	id: string;
	published: string;
	answered?: string;
	phoneCallView: Array<Record<string, unknown>>;
}
const records = (json: { entry: Record<string, Record_> }) => Object.values(json.entry);
const ranges = {
	everything: () => {
		const now = given.sandbox.clock.now();
		return `saveStartDate=${iso(now - 70 * DAY)}&saveEndDate=${iso(now + DAY)}`;
	},
};

it('gives an object by call id, with texts for source and destination, and totals', async () => {
	const { status, json } = await cdr('/12');
	expect(status).toBe(200);
	expect(Array.isArray(json.entry)).toBe(false);
	expect(json).toMatchObject({ totalResults: 6, filtered: true, sorted: true, startIndex: 0 });
	for (const [id, record] of Object.entries<Record_>(json.entry)) {
		expect(record).toMatchObject({ id, published: expect.any(String) });
		for (const view of record.phoneCallView)
			expect([typeof view.source, typeof view.destination]).toEqual(['string', 'string']);
	}
	const sorted = records(json).map(({ published }) => published);
	expect(sorted).toEqual([...sorted].sort());
	const back = records((await cdr('?sortOrder=descending')).json).map(({ published }) => published);
	expect(back).toEqual(sorted.reverse());

	expect(json.phoneCallStat).toHaveLength(2);
	const total = (name: string) =>
		json.phoneCallStat.reduce(
			(sum: number, stat: Record<string, unknown>) => sum + Number(stat[name]),
			0,
		);
	expect(total('total')).toBe(6);
	expect(
		['answered', 'unanswered', 'busy', 'failed', 'unknown', 'unallowed']
			.map(total)
			.reduce((a, b) => a + b),
	).toBe(6);
});

it('takes the account of the token, a user, the organization or the administrator', async () => {
	for (const path of ['', '/', '/12/', '/3', '/1'])
		expect((await cdr(path)).json.totalResults).toBe(6);
	expect((await cdr('/13')).json.totalResults).toBe(0);
	for (const path of ['/99', '/@me', '/stats'])
		expect((await cdr(path)).json.error.code).toBe('user_invalid');
});

it.each([
	['array', 200, []],
	['object', 200, {}],
	['none', 204, undefined],
] as const)('gives nothing as %s', async (voipNowEmptyCdr, status, entry) => {
	given.sandbox.settings.voipNowEmptyCdr = voipNowEmptyCdr;
	const response = await cdr('?startDate=2001-01-01T00:00:00&endDate=2001-01-02T00:00:00');
	expect([response.status, response.json?.entry]).toEqual([status, entry]);
});

describe('with many records', () => {
	const many = 3000;
	let ids: string[];
	beforeEach(() => (ids = given.sandbox.fill({ voipNowCdr: many }).voipNowCdr));

	it('spreads them over sixty days, the same ones after each reset', () => {
		expect(new Set(ids).size).toBe(many);
		const { cdr: all } = given.sandbox.state;
		const [first, last] = [ids[0], ids.at(-1)!].map((id) => all.get(id).published);
		expect(last - first).toBeGreaterThan(59 * DAY);
		given.sandbox.reset();
		expect(given.sandbox.fill({ voipNowCdr: 3 }).voipNowCdr).toEqual(ids.slice(0, 3));
	});

	it('pages twenty thousand with complete addresses until startIndex may not grow', async () => {
		given.sandbox.fill({ voipNowCdr: 20_000 - many });
		const seen = new Set<string>();
		let path = `?${ranges.everything()}&count=2500`;
		let pages = 0;
		for (;;) {
			const { status, json } = await cdr(path);
			if (status !== 200) {
				expect([status, json.error.code]).toEqual([400, 'count_invalid']);
				break;
			}
			for (const { id } of records(json)) seen.add(id);
			expect(json.totalResults).toBe(20_006);
			pages += 1;
			path = json.paging.next.replace(`${given.sandbox.url}/uapi/cdr`, '');
		}
		expect([pages, seen.size]).toEqual([3, 7500]);
		given.sandbox.settings.voipNowDeepPaging = 'noNext';
		const last = await cdr(`?${ranges.everything()}&count=2500&startIndex=5000`);
		expect(last.json.paging).toEqual({ prev: expect.any(String) });
		given.sandbox.settings.voipNowDeepPaging = 'allowed';
		const deep = await cdr(`?${ranges.everything()}&count=5000&startIndex=20000`);
		expect(records(deep.json)).toHaveLength(6);
	});

	it('narrows by date: answered, or saved, by default the current month', async () => {
		const now = given.sandbox.clock.now();
		const today = new Date(now * 1000);
		const month = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1) / 1000;
		const month1 = (await cdr('?count=5000')).json;
		for (const { published } of records(month1))
			expect(Date.parse(published) / 1000).toBeGreaterThanOrEqual(month - 10);
		const from = iso(now - 20 * DAY);
		const until = iso(now - 19 * DAY);
		const answered = (await cdr(`?startDate=${from}&endDate=${until}&count=5000`)).json;
		expect(answered.totalResults).toBeGreaterThan(20);
		for (const record of records(answered)) {
			expect(record.answered! >= from && record.answered! <= `${until}Z`).toBe(true);
		}
		const saved = (await cdr(`?saveStartDate=${from}&saveEndDate=${until}&count=5000`)).json;
		// Only by the date of their storage are calls found that nobody answered.
		expect(saved.totalResults).toBeGreaterThan(answered.totalResults);
		expect(records(saved).some((record) => record.answered === undefined)).toBe(true);
		const both = `?startDate=${from}&endDate=${until}&saveStartDate=${iso(now - 1)}`;
		expect((await cdr(both)).json.totalResults).toBe(answered.totalResults);
		const offset = encodeURIComponent('+02:00');
		const shifted = `?startDate=${iso(now - 20 * DAY + 7200)}${offset}&endDate=${iso(now - 19 * DAY + 7200)}${offset}`;
		expect((await cdr(shifted)).json.totalResults).toBe(answered.totalResults);
	});

	it('narrows by number, disposition and flow', async () => {
		const count = async (query: string) =>
			(await cdr(`?${ranges.everything()}&count=1&${query}`)).json.totalResults;
		const all = many + 6;
		const dispositions = await Promise.all(
			['0', '1', '2', '3', '4', '5'].map((one) => count(`disposition=${one}`)),
		);
		expect(dispositions.reduce((a, b) => a + b)).toBe(all);
		expect(dispositions[1]).toBeGreaterThan(0);
		const flows = await Promise.all(['2', '4', '8'].map((one) => count(`flow=${one}`)));
		expect(flows.reduce((a, b) => a + b)).toBe(all);
		expect(await count('destination=211')).toBe(flows[0]);
		expect(await count('source=0003*212')).toBeGreaterThan(0);
		expect(await count('filterBy=destination&filterValue=0003*211')).toBe(flows[0]);
		const day = iso(given.sandbox.clock.now() - 10 * DAY).slice(0, 10);
		expect(await count(`filterBy=published&filterValue=${day}`)).toBeGreaterThan(20);
		expect(await count(`filterValue=${day}`)).toBeGreaterThan(20);
	});

	it('gives the totals alone', async () => {
		const { json } = await given.uapi('GET', `/cdr/stats/12?${ranges.everything()}`);
		const listed = (await cdr(`?${ranges.everything()}&count=1`)).json;
		const plain = (stats: Array<Record<string, unknown>>) =>
			stats.map((stat) =>
				Object.fromEntries(Object.entries(stat).map(([name, value]) => [name, Number(value)])),
			);
		expect(plain(json.phoneCallStat)).toEqual(plain(listed.phoneCallStat));
		given.sandbox.settings.voipNowStats = 'array';
		const array = (await given.uapi('GET', '/cdr/stats/3/')).json;
		expect(array).toHaveLength(2);
	});
});

describe('names of the legs under fields, as all tests of the vendor send them', () => {
	const vendors = '/12?count=50&fields=id,source,destination,disposition,answered';
	const entries = async (query = vendors) => {
		const { status, json } = await cdr(query);
		expect(status).toBe(200);
		return Object.values(json.entry as Record<string, Record<string, unknown>>);
	};
	const namesOfLegs = ({ phoneCallView }: Record<string, unknown>) =>
		(phoneCallView as object[]).map((leg) => Object.keys(leg).sort());

	it('show the legs, with these fields alone', async () => {
		const answered = (await entries()).filter((one) => one.answered !== undefined);
		expect(answered.length).toBeGreaterThan(0);
		for (const one of answered) {
			expect(Object.keys(one).sort()).toEqual(['answered', 'id', 'phoneCallView']);
			expect(namesOfLegs(one)[0]).toEqual(
				['answered', 'destination', 'disposition', 'id', 'source'].sort(),
			);
		}
	});

	it('may be ignored', async () => {
		given.sandbox.settings.voipNowLegFields = 'ignored';
		for (const one of await entries()) expect(one).not.toHaveProperty('phoneCallView');
	});

	it('change nothing where the legs are asked for as a whole, or none of them', async () => {
		for (const one of await entries('/12?fields=phoneCallView,source'))
			expect(namesOfLegs(one)[0]).toContain('duration');
		for (const one of await entries('/12?fields=id,answered'))
			expect(one).not.toHaveProperty('phoneCallView');
	});
});

it.each([
	['both', true, true],
	['call', true, false],
	['leg', false, true],
] as const)('says when a call was answered: %s', async (voipNowCdrAnswered, inCall, inLeg) => {
	given.sandbox.settings.voipNowCdrAnswered = voipNowCdrAnswered;
	const { json } = await cdr('/12?disposition=0');
	const [record] = Object.values(json.entry as Record<string, Record<string, unknown>>);
	const [leg] = record.phoneCallView as object[];
	expect(['answered' in record, 'answered' in leg]).toEqual([inCall, inLeg]);
});

it('can name another host in the address of the next page', async () => {
	given.sandbox.settings.voipNowPagingHost = 'other';
	const { json } = await cdr('/12?count=1');
	expect(json.paging.next).toMatch(/^https:\/\/voipnow\.internal\/uapi\/cdr\/12\?/);
});

it.each([
	['cdr_start_date_invalid', 'startDate=yesterday'],
	['cdr_start_date_invalid', 'startDate=2026-13-01T00:00:00'],
	['cdr_end_date_invalid', 'endDate=2026-01-01'],
	['cdr_save_start_date_invalid', 'saveStartDate=1'],
	['cdr_save_end_date_invalid', 'saveEndDate=1'],
	['cdr_source_invalid', 'source=jane'],
	['cdr_destination_invalid', 'destination=jane'],
	['cdr_flow_invalid', 'flow=1'],
	['cdr_disposition_invalid', 'disposition=6'],
	['cdr_invalid_date_parameters', 'startDate=2026-02-01T00:00:00&endDate=2026-01-01T00:00:00'],
	['cdr_invalid_filter_by_answered', 'filterBy=answered&filterValue=soon'],
	['cdr_invalid_filter_by_published', 'filterBy=published&filterValue=soon'],
	['cdr_invalid_filter_by_published', 'filterValue=soon'],
	['cdr_invalid_filter_by_source', 'filterBy=source&filterValue=jane'],
	['cdr_invalid_filter_by_destination', 'filterBy=destination&filterValue=jane'],
	['filterby_invalid', 'filterBy=duration&filterValue=1'],
	['filtervalue_invalid', 'filterBy=source'],
	['count_invalid', 'count=5001'],
	['count_invalid', 'startIndex=5001'],
	['fields_invalid', 'fields=id,colour'],
	['sortorder_invalid', 'sortOrder=up'],
])('refuses with %s: %s', async (code, query) => {
	const response = await cdr(`/12?${query}`);
	expect([response.status, response.json.error.code]).toEqual([400, code]);
});
