import { setImmediate as turn } from 'node:timers/promises';

import { startSandbox } from '../../sandbox';
import { givenSandbox } from './given';

const given = givenSandbox();

it('keeps what arrived, byte for byte', async () => {
	const text = '{ "phone": "+93701234567",  "a": "Mr. " }';
	await given.lox24('PUT', '/phones/12344?x=%5B1%5D&uuid%5B%5D=a', { text });
	expect(given.sandbox.journal.entries()).toMatchObject([
		{
			id: expect.any(Number),
			at: expect.any(Number),
			service: 'lox24',
			method: 'PUT',
			url: '/phones/12344?x=%5B1%5D&uuid%5B%5D=a',
			path: '/phones/12344',
			query: 'x=%5B1%5D&uuid%5B%5D=a',
			body: text,
			json: { phone: '+93701234567', a: 'Mr. ' },
			status: 200,
			operationId: 'phones.update',
			warnings: ['unknown query parameter x', 'unknown query parameter uuid[]'],
			inFlight: 1,
		},
	]);
});

it('never holds a secret', async () => {
	await given.lox24('GET', '/me');
	await given.lox24('GET', '/me', { token: 'top:secret' });
	await given.voipNow('GET', '/@me/@self/presence');
	const token = given.sandbox.tokens.voipNow;
	const byQuery = await given.voipNow(
		'GET',
		`/@me/@self/presence?accessRequestToken=Bearer%20${token}&count=1`,
		{ token: null },
	);
	expect(byQuery.status).toBe(200);
	const entries = given.sandbox.journal.entries();
	expect(
		entries.map(({ headers }) => headers['x-lox24-auth-token'] ?? headers.authorization),
	).toEqual(['***', '***', 'Bearer ***', undefined]);
	expect(entries[3].query).toBe('accessRequestToken=***&count=1');
	const everything =
		(await (await fetch(`${given.sandbox.url}/_sandbox/journal`)).text()) +
		(await (await fetch(`${given.sandbox.url}/_sandbox/overview`)).text());
	for (const secret of [...Object.values(given.sandbox.tokens), 'top:secret'])
		expect(everything).not.toContain(secret);
});

it('marks paths that are not in the contract', async () => {
	const response = await given.lox24('GET', '/pigeons');
	expect(response.status).toBe(404);
	expect((await given.lox24('PATCH', '/phones/12344')).status).toBe(405);
	expect((await given.lox24('GET', '/bulks/%zz')).status).toBe(404);
	expect(given.sandbox.journal.entries().map(({ warnings }) => warnings.length)).toEqual([1, 1, 1]);
});

it('counts ids on after a clear', async () => {
	await given.lox24('GET', '/me');
	const { id } = given.lastEntry();
	given.sandbox.journal.clear();
	expect(given.sandbox.journal.entries()).toEqual([]);
	await given.lox24('GET', '/me');
	expect(given.lastEntry().id).toBe(id + 1);
	expect(given.sandbox.journal.since(id)).toHaveLength(1);
	expect(given.sandbox.journal.since(id + 1)).toHaveLength(0);
});

it('cuts bodies over a megabyte, and still handles them', async () => {
	const body = Array.from({ length: 1000 }, (_, i) => ({ phone: `+49${i}`, a: 'x'.repeat(1200) }));
	expect((await given.lox24('POST', '/groups/7117/phones/batch', { body })).status).toBe(201);
	expect(given.lastEntry().body).toHaveLength(1024 * 1024);
	expect(given.sandbox.state.groups.get(7117).count_items).toBe(1001);
});

it('knows the most requests that were handled at once', async () => {
	const held = given.sandbox.hold();
	const seven = Array.from({ length: 7 }, async () => await given.lox24('GET', '/me'));
	await held.full(7);
	held.release();
	await Promise.all(seven);
	expect(given.sandbox.peakInFlight()).toBe(7);
	expect(Math.max(...given.sandbox.journal.entries().map(({ inFlight }) => inFlight))).toBe(7);
	given.sandbox.journal.clear();
	for (let i = 0; i < 3; i++) await given.lox24('GET', '/me');
	expect(given.sandbox.peakInFlight()).toBe(1);
});

it('does not count requests that were given up', async () => {
	given.sandbox.faults.add({ kind: 'hang' });
	const patience = new AbortController();
	const hanging = fetch(`${given.sandbox.url}/me`, { signal: patience.signal });
	while (given.sandbox.journal.entries().length === 0) await turn();
	patience.abort();
	await expect(hanging).rejects.toThrow();
	// The server hears of the closed connection a moment later.
	do await given.lox24('GET', '/me');
	while (given.lastEntry().inFlight !== 1);
});

it('marks an own response that breaks the contract with 500', async () => {
	given.sandbox.state.phones.get('12344').a = 5;
	const response = await given.lox24('GET', '/phones/12344');
	expect(response.status).toBe(500);
	expect(given.lastEntry()).toMatchObject({
		status: 500,
		contractErrors: [expect.stringContaining('/a must be string')],
	});
	given.sandbox.journal.clear();
});

it('goes back to the seed with a reset', async () => {
	const { sandbox } = given;
	const seed = JSON.stringify([...sandbox.state.phones]);
	const settings = { ...sandbox.settings };
	await given.lox24('PUT', '/phones/12344', { body: { phone: '1' } });
	sandbox.clock.advance(10 * 86400);
	sandbox.settings.batchContainer = 'hydra';
	sandbox.settings.latency = 5;
	sandbox.faults.add({ kind: 'html', times: 'always' });
	sandbox.reset();
	expect(JSON.stringify([...sandbox.state.phones])).toBe(seed);
	expect(sandbox.settings).toEqual(settings);
	expect(settings).toMatchObject({
		batchContainer: 'array',
		cancelCountKey: 'deleted_sms_count',
		eventUpdateResponse: 200,
		numbersAs: 'random',
		latency: 0,
		voipNowTokenLife: 3600,
	});
	expect(Math.abs(sandbox.clock.now() - Date.now() / 1000)).toBeLessThan(5);
	expect((await given.lox24('GET', '/me')).status).toBe(200);
	expect(sandbox.journal.entries()).toHaveLength(1);
});

it('closes with requests that hang, wait, or keep their connection', async () => {
	const other = await startSandbox({ latency: 60_000 });
	const waiting = fetch(`${other.url}/me`).catch(() => 'closed');
	const health = await fetch(`${other.url}/_sandbox/health`);
	expect(await health.json()).toMatchObject({ status: 'ok', standIn: true });
	await other.close();
	expect(await waiting).toBe('closed');
	await expect(fetch(`${other.url}/me`)).rejects.toThrow();
});
