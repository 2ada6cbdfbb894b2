import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../../sandbox';
import { names, send } from '../unit/givenLox24Trigger';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

const TOKEN = 'a secret';
const EMAIL_KEY = 'sandboxemailkey';

let sandbox: Sandbox;
let server: Server;
/** What the trigger made of each event of the sandbox, by its name. */
const outcomes = new Map<string, Awaited<ReturnType<typeof send>>>();

/** Hands what arrives to the trigger, as n8n does. */
async function listen(): Promise<string> {
	server = createServer(async (request, response) => {
		let text = '';
		for await (const chunk of request) text += String(chunk);
		const body = JSON.parse(text) as IDataObject;
		const credential = { webhookToken: TOKEN };
		const outcome = await send(body, { credential, headers: request.headers });
		outcomes.set(String(body.name), outcome);
		response.writeHead(outcome.status ?? 200).end();
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function request(path: string, body: object) {
	const headers = {
		...{ accept: 'application/json', 'content-type': 'application/json' },
		'x-lox24-auth-token': sandbox.tokens.lox24,
	};
	const init = { method: 'POST', headers, body: JSON.stringify(body) };
	const { status } = await fetch(sandbox.url + path, init);
	expect([path, status]).toEqual([path, 201]);
}

beforeAll(async () => {
	sandbox = await startSandbox();
	sandbox.clock.stop();
	sandbox.notifications.add({ url: await listen(), token: TOKEN });

	const phone = '+491701234501';
	const message = { phone, sender_id: 'MyShop', text: 'Hello' };
	const strategy = [{ channel: 'telegram', timeout_sec: 30 }, { channel: 'sms' }];
	await request('/sms', message);
	await request('/sms/dryrun', message);
	await request('/fraud-checks', { service_code: 'economy', phone });
	await request('/verify_codes', { phone, routing_strategy: strategy });
	await request('/verify_codes', {
		phone: '+493023125001',
		routing_strategy: [{ channel: 'sms' }],
	});
	sandbox.receiveSms({ from: phone, text: 'Yes' });
	for (const kind of ['subscribe', 'unsubscribe'] as const) sandbox.submitForm({ kind, phone });
	for (const whom of ['491701234501@mail2sms', '0@mail2sms', '7116@email2bulk', '1@email2bulk'])
		sandbox.receiveEmail({ to: `1000001.${EMAIL_KEY}.${whom}.lox24.eu`, subject: 'Hello' });
	for (const seconds of [2, 10, 30, 10]) sandbox.clock.advance(seconds);
	await sandbox.webhooksDelivered();
});
afterAll(async () => {
	server.close();
	await sandbox.close();
});

test('the sandbox sends all events, and bodies that fit the contract', () => {
	expect([...outcomes.keys()].sort()).toEqual([...names].sort());
	const broken = [...sandbox.state.webhookDeliveries.values()].filter(
		({ contractErrors, outcome }) => contractErrors || outcome !== 'received',
	);
	expect(broken).toEqual([]);
});

test.each(names)('%s becomes one item', (name) => {
	const [item, ...more] = outcomes.get(name)!.items!;
	expect(more).toEqual([]);
	expect(item).toMatchObject({ name, attempt_number: 1, attempt_total: expect.any(Number) });
	expect(Object.keys(item.data as object).length).toBeGreaterThan(1);
	expect(JSON.stringify(item)).not.toContain(EMAIL_KEY);
	expect(JSON.stringify(item)).not.toContain(TOKEN);
});
