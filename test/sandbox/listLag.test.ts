import { setTimeout as sleep } from 'node:timers/promises';
import { givenSandbox } from './given';

const given = givenSandbox();
const phone = '+491701234599';
const message = { text: 'Hello', sender_id: 'Sandbox', phone };

/** What is created, and the list that shows it. */
const creations: Array<[string, string, unknown]> = [
	['/sms', '/sms', message],
	['/bulks', '/bulks', { ...message, phones: [phone] }],
	['/verify_codes', '/verify_codes', { phone, routing_strategy: [{ channel: 'sms' }] }],
	['/verify_codes', '/sms', { phone, routing_strategy: [{ channel: 'sms' }] }],
	['/fraud-checks', '/fraud-checks', { service_code: 'pro', phone }],
	['/blocked_numbers', '/blocked_numbers', { number: phone }],
	['/groups', '/groups', { name: 'Guests' }],
	['/groups/7116/phones', '/groups/7116/phones', { phone }],
	['/groups/7116/phones/batch', '/groups/7116/phones', [{ phone }]],
	[
		'/short_link_campaigns',
		'/short_link_campaigns',
		{ type: 1, name: 'Sale', url: 'https://shop.example/sale' },
	],
	['/payments', '/payments', { net_val: 10, type: 'sepa', method_id: 501 }],
];
const count = async (list: string) => (await given.lox24('GET', list)).json.length;

it.each(creations)('POST %s is in GET %s later, by the clock', async (path, list, body) => {
	const before = await count(list);
	given.sandbox.changeSettings({ listLag: 60_000 });
	expect((await given.lox24('POST', path, { body })).status).toBe(201);
	expect(await count(list)).toBe(before);
	given.sandbox.clock.advance(59);
	expect(await count(list)).toBe(before);
	given.sandbox.clock.advance(1);
	expect(await count(list)).toBe(before + 1);
});

it('passes in real time, to the millisecond', async () => {
	given.sandbox.clock.reset();
	given.sandbox.changeSettings({ listLag: 400 });
	const start = Date.now();
	const { json } = await given.lox24('POST', '/sms', { body: message });
	const isListed = async () => (await given.lox24('GET', `/sms?uuid=${json.uuid}`)).json.length > 0;
	while (!(await isListed())) await sleep(10);
	expect(Date.now() - start).toBeGreaterThanOrEqual(400);
});

it('delays neither the entry by its id nor what was there before', async () => {
	given.sandbox.changeSettings({ listLag: 60_000 });
	const { json } = await given.lox24('POST', '/sms', { body: message });
	expect((await given.lox24('GET', `/sms/${json.uuid}`)).status).toBe(200);
	given.sandbox.fill({ groups: 1 });
	expect(await count('/groups')).toBe(3);
	const accept = 'application/ld+json';
	expect((await given.lox24('GET', '/sms', { accept })).json['hydra:totalItems']).toBe(6);
});

it('counts the age of what a bulk sends from when it was sent', async () => {
	const body = { ...message, phones: [phone], delivery_at: 0 };
	await given.lox24('POST', '/bulks', { body });
	given.sandbox.clock.advance(3600);
	given.sandbox.changeSettings({ listLag: 60_000 });
	expect(await count('/sms')).toBe(7);
});

it('delays nothing by default', async () => {
	await given.lox24('POST', '/sms', { body: message });
	expect(await count('/sms')).toBe(7);
});
