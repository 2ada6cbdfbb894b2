import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { givenSandbox } from './given';

interface Received {
	headers: IncomingHttpHeaders;
	// Bodies are checked field by field, whatever their shape.
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	body: any;
}

const given = givenSandbox();
let server: Server;
let url: string;
/** What the receiver answers; the last one stays. */
let statuses: number[];
let received: Received[];

beforeAll(async () => {
	server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
			received.push({ headers: request.headers, body });
			const status = statuses.length > 1 ? statuses.shift() : statuses[0];
			response.writeHead(status!).end();
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
beforeEach(() => {
	statuses = [200];
	received = [];
});
afterEach(() => {
	const broken = [...given.sandbox.state.webhookDeliveries.values()].filter(
		({ contractErrors }) => contractErrors,
	);
	expect(broken).toEqual([]);
});
afterAll(() => server.close());

/** What has arrived, oldest first, once nothing is under way. */
async function names(): Promise<string[]> {
	await given.sandbox.webhooksDelivered();
	return received.map(({ body }) => body.name);
}

const message = { phone: '+491701234501', sender_id: 'MyShop', text: 'Hello' };

describe('what happens is told', () => {
	beforeEach(() => given.sandbox.notifications.add({ url }));

	it('delivery: on its way, then delivered', async () => {
		const body = { ...message, callback_data: 'own' };
		const { json } = await given.lox24('POST', '/sms', { body });
		expect(await names()).toEqual([]);
		given.sandbox.clock.advance(2);
		expect(await names()).toEqual(['sms.delivery', 'sms.delivery']);
		expect(received.map((one) => one.body.data)).toEqual(
			[2, 1].map((dlr_code) => ({
				id: json.uuid,
				key_id: 1,
				dlr_code,
				status_code: 100,
				callback_data: 'own',
			})),
		);
	});

	it('delivery: only the last report, if the network has no other', async () => {
		given.sandbox.changeSettings({ webhookReports: 'final' });
		await given.lox24('POST', '/sms', { body: message });
		given.sandbox.clock.advance(2);
		expect(await names()).toEqual(['sms.delivery']);
	});

	it('nothing about a message that is not delivered, and nothing about what was before', async () => {
		const body = { ...message, phone: '+493023125001' };
		await given.lox24('POST', '/sms', { body });
		given.sandbox.fill({ sms: 3 });
		given.sandbox.clock.advance(3);
		expect(await names()).toEqual([]);
	});

	it('a dry run, with the ID that all dry runs have', async () => {
		const { json } = await given.lox24('POST', '/sms/dryrun', { body: message });
		expect(await names()).toEqual(['sms.delivery.dryrun']);
		expect(received[0].body.data).toMatchObject({ id: json.uuid, status_code: 0 });
	});

	it('a received message, which the list of received messages has too', async () => {
		const { json } = await given.plain('POST', '/_sandbox/incomings', {
			body: { from: '+491701234501', text: 'Stop' },
		});
		expect(await names()).toEqual(['sms.incoming']);
		const { uuid: id, ...data } = json;
		expect(received[0].body.data).toEqual({ id, ...data });
		expect((await given.lox24('GET', `/incomings/${id}`)).json.text).toBe('Stop');
	});

	it('opt-in and opt-out forms, which change the group', async () => {
		const phone = '+491701234999';
		const form = (kind: string) =>
			given.plain('POST', '/_sandbox/forms', { body: { kind, phone, reason: 2 } });
		const { json } = await given.lox24('POST', '/short_link_campaigns/unsubscribe', {
			body: { name: 'Goodbye', group_id: 7116 },
		});
		await given.lox24('POST', '/short_link_campaigns/subscribe', {
			body: { name: 'Hello', group_id: 7116 },
		});
		await form('subscribe');
		await form('unsubscribe');
		expect(await names()).toEqual(['phone.subscribe', 'phone.unsubscribe']);
		const [, { body }] = received;
		expect(body.data).toMatchObject({ phone, group_id: 7116 });
		if (json?.id) expect(body.data.campaign_code).toBe(json.id);
		expect(body.data.additional_data).toEqual({
			reason: { id: 2, label: 'too many messages' },
			additional_text: '',
		});
		const entry = [...given.sandbox.state.phones.values()].find((one) => one.phone === phone);
		expect(entry.unsubscribe_reason).toBe(2);
		const { json: blocked } = await given.lox24('GET', '/blocked_numbers');
		expect(blocked[0]).toMatchObject({ number: phone, type: 2 });
		expect(entry.unsubscribed_at).toBeGreaterThanOrEqual(entry.subscribed_at);
	});

	it('a fraud check, when it is done', async () => {
		const body = { service_code: 'economy', phone: '+491701234501', callback_data: 'own' };
		const { json } = await given.lox24('POST', '/fraud-checks', { body });
		given.sandbox.clock.advance(3);
		expect(await names()).toEqual([]);
		given.sandbox.clock.advance(4);
		expect(await names()).toEqual(['fraud-check.done']);
		expect(received[0].body.data).toMatchObject({ check_id: json.id, callback_data: 'own' });
	});

	it('each step of a one-time code', async () => {
		const body = {
			phone: '+491701234501',
			routing_strategy: [{ channel: 'telegram', timeout_sec: 30 }, { channel: 'sms' }],
		};
		await given.lox24('POST', '/verify_codes', { body });
		expect(await names()).toEqual(['verify_code.channel.sent']);
		given.sandbox.clock.advance(1);
		given.sandbox.clock.advance(30);
		given.sandbox.clock.advance(3);
		const own = (await names()).filter((name) => name.startsWith('verify_code.'));
		expect(own).toEqual([
			'verify_code.channel.sent',
			'verify_code.channel.updated',
			'verify_code.channel.failed',
			'verify_code.channel.sent',
			'verify_code.channel.success',
			'verify_code.success',
		]);
		const last = received.filter(({ body: { name } }) => name === 'verify_code.channel.success')[0];
		expect(last.body.data.channel).toMatchObject({ channel: 'sms', status: 10 });
	});

	it('a one-time code that no channel delivers', async () => {
		const body = { phone: '+493023125001', routing_strategy: [{ channel: 'sms' }] };
		await given.lox24('POST', '/verify_codes', { body });
		given.sandbox.clock.advance(1);
		given.sandbox.clock.advance(3);
		expect((await names()).slice(-2)).toEqual(['verify_code.channel.failed', 'verify_code.failed']);
	});

	it.each([
		['mail2sms', '491701234501', 'Hello', 'sms.email.parsing.success'],
		['mail2sms', '0', 'Hello', 'sms.email.parsing.fail'],
		['email2bulk', '7116', 'Hello', 'bulk.email.parsing.success'],
		['email2bulk', '1', 'Hello', 'bulk.email.parsing.fail'],
		['email2bulk', '7116', '', 'bulk.email.parsing.fail'],
	])('an e-mail to %s, %s, "%s": %s', async (host, whom, subject, name) => {
		const to = `1000001.${given.sandbox.tokens.lox24Email}.${whom}@${host}.lox24.eu`;
		await given.plain('POST', '/_sandbox/emails', { body: { to, subject } });
		expect(await names()).toEqual([name]);
		expect(received[0].body.data.email).toMatchObject({ to, subject });
	});

	it('an e-mail with a wrong key: nothing', async () => {
		given.sandbox.receiveEmail({ to: '1000001.wrong.491701234501@mail2sms.lox24.eu', body: 'x' });
		expect(await names()).toEqual([]);
	});
});

describe('who is told', () => {
	const incoming = { from: '+491701234501', text: 'Yes' };

	it('the token comes in a header, and is shown nowhere', async () => {
		given.sandbox.notifications.add({ url, token: 'a secret' });
		given.sandbox.receiveSms(incoming);
		await names();
		expect(received[0].headers).toMatchObject({
			'x-lox24-token': 'a secret',
			'content-type': 'application/json',
		});
		for (const path of ['overview', 'state', 'notifications']) {
			const { text } = await given.plain('GET', `/_sandbox/${path}`);
			expect(text).toContain(url);
			expect(text).not.toContain('a secret');
		}
	});

	it('those that want the event; all get the same one', async () => {
		given.sandbox.notifications.add({ url, events: ['sms.incoming'] });
		given.sandbox.notifications.add({ url, events: ['sms.delivery'] });
		given.sandbox.notifications.add({ url });
		given.sandbox.receiveSms(incoming);
		expect(await names()).toEqual(['sms.incoming', 'sms.incoming']);
		expect(received[0].body.id).toBe(received[1].body.id);
	});

	it('at most five, on this computer only, for known events', async () => {
		const add = async (body: object) => {
			const response = await given.plain('POST', '/_sandbox/notifications', { body });
			return response.status === 200 ? 'added' : response.json.error;
		};
		expect(await add({ url: 'https://shop.example/hook' })).toMatch(/not an address of this/);
		expect(await add({ url: 'here' })).toMatch(/no address/);
		expect(await add({ url, events: ['sms.gone'] })).toMatch(/no event sms.gone/);
		for (let count = 0; count < 5; count++) expect(await add({ url })).toBe('added');
		expect(await add({ url })).toMatch(/At most 5/);
		const { status } = await given.plain('DELETE', '/_sandbox/notifications/1');
		expect(status).toBe(200);
		expect(await add({ url })).toBe('added');
	});

	it('nobody after a reset', async () => {
		given.sandbox.notifications.add({ url });
		given.sandbox.reset();
		given.sandbox.receiveSms(incoming);
		expect(await names()).toEqual([]);
	});
});

describe('attempts', () => {
	const attempts = () => received.map(({ body }) => body.attempt_number);
	const form = { kind: 'subscribe' as const, phone: '+491701234501' };

	/** The messages of the seed have times of their own. */
	const events = ['phone.subscribe', 'sms.incoming'];

	async function after(seconds: number) {
		given.sandbox.clock.advance(seconds);
		await given.sandbox.webhooksDelivered();
		return attempts();
	}

	it('four, in growing intervals, with the same ID', async () => {
		statuses = [500];
		given.sandbox.notifications.add({ url, events });
		given.sandbox.submitForm(form);
		expect(await after(0)).toEqual([1]);
		expect(await after(50)).toEqual([1]);
		expect(await after(11)).toEqual([1, 2]);
		expect(await after(290)).toEqual([1, 2]);
		expect(await after(11)).toEqual([1, 2, 3]);
		expect(await after(1501)).toEqual([1, 2, 3, 4]);
		expect(await after(1_000_000)).toEqual([1, 2, 3, 4]);
		expect(new Set(received.map(({ body }) => body.id)).size).toBe(1);
		expect(received[0].body.attempts_total).toBe(4);
		const [delivery] = given.sandbox.state.webhookDeliveries.values();
		expect(delivery.outcome).toBe('given up');
	});

	it.each([200, 204, 299])('%i ends them', async (status) => {
		statuses = [401, status];
		given.sandbox.changeSettings({ webhookInterval: 10 });
		given.sandbox.notifications.add({ url, events });
		given.sandbox.submitForm(form);
		await after(0);
		expect(await after(11)).toEqual([1, 2]);
		expect(await after(1_000_000)).toEqual([1, 2]);
	});

	it('one for received messages as documented, or always four', async () => {
		statuses = [500];
		given.sandbox.notifications.add({ url, events });
		given.sandbox.receiveSms({ from: '+491701234501' });
		await after(0);
		expect(await after(61)).toEqual([1]);
		expect(received[0].body.attempt_total).toBe(1);
		given.sandbox.changeSettings({ webhookAttempts: 'four' });
		given.sandbox.receiveSms({ from: '+491701234501' });
		await after(0);
		expect(await after(61)).toEqual([1, 1, 2]);
	});

	it('a redirect is not followed and counts as refused', async () => {
		statuses = [302, 200];
		given.sandbox.changeSettings({ webhookInterval: 1 });
		given.sandbox.notifications.add({ url, events });
		given.sandbox.submitForm(form);
		await after(0);
		expect(await after(2)).toEqual([1, 2]);
	});
});

it('a reset that keeps the addresses goes on telling them, and nothing of the seed', async () => {
	given.sandbox.notifications.add({ url, token: 'secret', events: ['sms.incoming'] });
	given.sandbox.receiveSms({ from: '+491701234501', text: 'Before' });
	given.sandbox.reset({ keepsAddresses: true });
	received = [];
	given.sandbox.receiveSms({ from: '+491701234501', text: 'After' });
	expect(await names()).toEqual(['sms.incoming']);
	expect(received[0].body.data.text).toBe('After');
	expect(received[0].headers['x-lox24-token']).toBe('secret');
	given.sandbox.reset();
	given.sandbox.receiveSms({ from: '+491701234501', text: 'Gone' });
	expect(await names()).toEqual(['sms.incoming']);
});
