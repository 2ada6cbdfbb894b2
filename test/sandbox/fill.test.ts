import { startSandbox } from '../../sandbox';
import { givenSandbox } from './given';

const given = givenSandbox();

const everything = {
	groups: 2,
	phones: 5,
	sms: 3,
	bulks: 3,
	incomings: 3,
	blockedNumbers: 3,
	verifyCodes: 3,
	fraudChecks: 3,
	campaigns: 3,
	shortLinks: 3,
	clicks: 3,
	payments: 3,
	invoices: 3,
	creditNotes: 3,
};

it('adds as many as asked for, with the same ids after each reset', () => {
	const first = given.sandbox.fill(everything);
	for (const [kind, count] of Object.entries(everything))
		expect([kind, new Set(first[kind]).size]).toEqual([kind, count]);
	expect(given.sandbox.state.groups.get(first.groups[1]).count_items).toBe(5);
	const again = given.sandbox.fill({ sms: 3 });
	expect(again.sms).not.toEqual(first.sms);
	given.sandbox.reset();
	expect(given.sandbox.fill(everything)).toEqual(first);
});

it.each([
	['/sms', 'sms', 'uuid', 6],
	['/bulks', 'bulks', 'uuid', 2],
	['/incomings', 'incomings', 'uuid', 3],
	['/fraud-checks', 'fraudChecks', 'id', 3],
	['/short_link_campaigns', 'campaigns', 'id', 3],
	['/short_links', 'shortLinks', 'short_code', 3],
	['/short_link_requests', 'clicks', 'id', 3],
	['/blocked_numbers', 'blockedNumbers', 'id', 3],
])('makes pages of 30 of %s, newest first, none twice', async (path, kind, field, seeded) => {
	const { [kind]: ids } = given.sandbox.fill({ [kind]: 70 });
	const seen: string[] = [];
	for (let page = 1; page <= 4; page++) {
		const { json } = await given.lox24('GET', `${path}?page=${page}`);
		expect(json).toHaveLength([30, 30, 10 + seeded, 0][page - 1]);
		seen.push(...json.map((one: Record<string, unknown>) => String(one[field])));
	}
	expect(new Set(seen).size).toBe(70 + seeded);
	expect(seen.filter((id) => ids.includes(id))).toEqual([...ids].reverse());
});

it('is quick and works over HTTP', async () => {
	const before = process.cpuUsage();
	const response = await fetch(`${given.sandbox.url}/_sandbox/fill`, {
		method: 'POST',
		body: JSON.stringify({ sms: 10_000 }),
	});
	expect(((await response.json()) as { sms: string[] }).sms).toHaveLength(10_000);
	// Of the processor: what else runs on the machine does not count.
	expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
	expect((await given.lox24('GET', '/sms?callback_data=filled-7')).json).toHaveLength(1);
});

it('refuses what it does not know', () => {
	expect(() => given.sandbox.fill({ smss: 3 })).toThrow('smss');
	expect(() => given.sandbox.fill({ sms: -1 })).toThrow('sms: -1');
});

it('has from the start, and again after each reset, what belongs to its seed', async () => {
	const sandbox = await startSandbox({ filled: { voipNowCdr: 4 } });
	try {
		const ids = [...sandbox.state.cdr.keys()];
		given.sandbox.fill({ voipNowCdr: 4 });
		expect(ids).toEqual([...given.sandbox.state.cdr.keys()]);
		sandbox.state.cdr.clear();
		sandbox.reset();
		expect([...sandbox.state.cdr.keys()]).toEqual(ids);
	} finally {
		await sandbox.close();
	}
});
