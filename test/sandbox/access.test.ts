import { givenSandbox } from './given';

const given = givenSandbox();
const wrongToken = () => given.lox24('GET', '/me', { token: '1:wrong' });

describe('LOX24 tokens', () => {
	it('returns the account for the good token', async () => {
		const response = await given.lox24('GET', '/me');
		expect(response.status).toBe(200);
		expect(response.json).toMatchObject({
			id: 1000001,
			currency: 'EUR',
			groups: { 7116: '/groups/7116' },
		});
	});

	it('also takes client id and key in two headers', async () => {
		const [id, key] = given.sandbox.tokens.lox24.split(':');
		const response = await given.lox24('GET', '/me', {
			token: key,
			headers: { 'x-lox24-client-id': id },
		});
		expect(response.status).toBe(200);
	});

	it('tells apart wrong token, no token and inactive account', async () => {
		expect((await wrongToken()).status).toBe(401);
		expect((await given.lox24('GET', '/me', { token: null })).status).toBe(401);
		const inactive = await given.lox24('GET', '/me', { token: given.sandbox.tokens.lox24Inactive });
		expect(inactive.status).toBe(403);
		expect(inactive.json).toMatchObject({
			type: expect.any(String),
			title: expect.any(String),
			detail: expect.any(String),
		});
	});

	it('returns 402 to a message of an account without credit, and to nothing else', async () => {
		const token = given.sandbox.tokens.lox24NoCredit;
		const sms = { text: 'Hello', sender_id: 'Sandbox', phone: '+491701234501' };
		const before = given.sandbox.state.sms.size;
		expect((await given.lox24('GET', '/me', { token })).json.balance_amount).toBe(0);
		expect((await given.lox24('POST', '/sms', { token, body: sms })).status).toBe(402);
		expect((await given.lox24('POST', '/sms/dryrun', { token, body: sms })).status).toBe(201);
		expect(
			(await given.lox24('PUT', '/phones/12344', { token, body: { phone: '1' } })).status,
		).toBe(200);
		expect(given.sandbox.state.sms.size).toBe(before);
	});

	it('accepts a bulk of an account without credit, whose messages end with status 3000', async () => {
		const token = given.sandbox.tokens.lox24NoCredit;
		const body = { text: 'Hello', sender_id: 'Sandbox', phones: ['+491701234501'] };
		const { status, json } = await given.lox24('POST', '/bulks', { token, body });
		expect(status).toBe(201);
		given.sandbox.clock.advance(60);
		expect((await given.lox24('GET', `/bulks/${json.uuid}`)).json).toMatchObject({
			status_code: 10,
			msg_total_count: 1,
			msg_total_cost: 0,
		});
		expect((await given.lox24('GET', `/sms?bulk=${json.uuid}`)).json).toMatchObject([
			{ status_code: 3000, is_sent: false },
		]);
	});

	it('names every response with 32 letters and digits', async () => {
		const responses = [
			await given.lox24('GET', '/me'),
			await wrongToken(),
			await given.lox24('GET', '/phones/1'),
			await given.lox24('DELETE', '/phones/12344'),
		];
		const ids = responses.map(({ headers }) => headers.get('x-lox24-request-id'));
		for (const id of ids) expect(id).toMatch(/^[0-9a-zA-Z]{32}$/);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('block of the IP address', () => {
	it('does not come after three wrong tokens', async () => {
		for (let i = 0; i < 3; i++) expect((await wrongToken()).status).toBe(401);
		expect((await given.lox24('GET', '/me')).status).toBe(200);
	});

	it('comes after the fourth within a minute, also for the good token, and ends after ten minutes', async () => {
		for (let i = 0; i < 4; i++) expect((await wrongToken()).status).toBe(401);
		expect((await given.lox24('GET', '/me')).status).toBe(429);
		expect((await wrongToken()).status).toBe(429);
		given.sandbox.clock.advance(590);
		expect((await given.lox24('GET', '/me')).status).toBe(429);
		given.sandbox.clock.advance(11);
		expect((await given.lox24('GET', '/me')).status).toBe(200);
	});

	it('does not come when they are spread over more than a minute', async () => {
		for (let i = 0; i < 6; i++) {
			expect((await wrongToken()).status).toBe(401);
			given.sandbox.clock.advance(25);
		}
		expect((await given.lox24('GET', '/me')).status).toBe(200);
	});

	it('does not touch VoipNow, and a reset lifts it', async () => {
		for (let i = 0; i < 5; i++) await wrongToken();
		expect((await given.voipNow('GET', '/@me/@self/presence')).status).toBe(200);
		given.sandbox.reset();
		expect((await given.lox24('GET', '/me')).status).toBe(200);
	});
});
