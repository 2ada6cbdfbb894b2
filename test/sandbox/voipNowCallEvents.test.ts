import { ALL_TYPES, givenReceiver } from './callEventReceiver';

const { given, received, register, pass } = givenReceiver();

const paths = () => received().map(({ path, values }) => `${path} ${values.CalledExtension}`);

it('tells of a call from outside: dial-in, answer, hang-up', async () => {
	await register('0003*210', ALL_TYPES);
	const { id } = given.sandbox.ring({ from: '4930111', to: '210', name: 'Jane Roe' });
	await pass(0);
	expect(received()).toEqual([
		{
			method: 'POST',
			path: '/0',
			query: { own: '1' },
			body: expect.any(String),
			type: expect.stringContaining('application/x-www-form-urlencoded'),
			values: {
				CallID: expect.any(String),
				CallerIDNum: '4930111',
				CallerIDName: 'Jane Roe',
				CalledDID: '493012345210',
				CalledExtension: '0003*210',
				CallStatus: 'CALLING',
				CallFlow: 'IN',
				CallerExtension: '',
				CalledNumber: '0003*210',
				CallAPIID: id,
			},
		},
	]);
	await pass(3);
	await pass(60);
	expect(received().map(({ path, values }) => [path, values.CallStatus])).toEqual([
		['/0', 'CALLING'],
		['/3', 'ANSWER'],
		['/2', 'ANSWER'],
	]);
	expect(new Set(received().map(({ values }) => values.CallID)).size).toBe(1);
	expect(received()[0].values.CallID).not.toBe(id);
});

it('tells the caller of dial-out, answer by the other party, and hang-up, with GET', async () => {
	await register('0003*210', ALL_TYPES, { method: '0' });
	const made = await given.uapi('POST', '/phoneCalls/@me/simple', {
		body: { extension: '210', phoneCallView: [{ source: ['210'], destination: ['4930111'] }] },
	});
	for (const seconds of [0, 3, 3, 60]) await pass(seconds);
	expect(received().map(({ method, path }) => `${method} ${path}`)).toEqual([
		'GET /1',
		'GET /4',
		'GET /2',
	]);
	expect(received()[0].values).toMatchObject({
		own: '1',
		CallFlow: 'OUT',
		CallerExtension: '0003*210',
		CalledNumber: '4930111',
		CallAPIID: made.json[0].id,
	});
	expect(received()[0].values).not.toHaveProperty('CalledDID');
});

it.each([
	['busy', 'BUSY'],
	['failed', 'CONGESTION'],
	['noAnswer', 'NOANSWER'],
] as const)('says at the end that a call was %s', async (voipNowCallOutcome, status) => {
	given.sandbox.settings.voipNowCallOutcome = voipNowCallOutcome;
	await register('0003*210', ['2', '3']);
	given.sandbox.ring({ from: '4930111', to: '0003*210' });
	await pass(30);
	expect(received().map(({ values }) => values.CallStatus)).toEqual([status]);
});

it('says CANCEL for a hang-up before the answer, and CHANUNAVAIL without a phone', async () => {
	await register('0003*210', ['2']);
	await register('0003*213', ['2']);
	given.sandbox.ring({ from: '4930111', to: '0003*210' });
	await given.uapi('DELETE', '/phoneCalls/@me/0003*210');
	given.sandbox.ring({ from: '4930111', to: '0003*213' });
	await pass(1);
	expect(received().map(({ values }) => values.CallStatus)).toEqual(['CANCEL', 'CHANUNAVAIL']);
});

it('tells of each phone that a queue rings, and of several events of one type', async () => {
	await given.uapi('PUT', '/extensions/@me/220/queue/agents/212', { body: { status: 1 } });
	for (const extension of ['0003*220', '0003*210', '0003*212']) await register(extension, ['0']);
	await register('0003*212', ['0']);
	given.sandbox.ring({ from: '4930111', to: '220' });
	await pass(0);
	expect(paths()).toEqual(Array(4).fill('/0 0003*220'));
});

it('leaves alone disabled events, and addresses that are not of this computer', async () => {
	await register('0003*210', ['0'], { status: '0' });
	await register('0003*210', ['0'], { url: 'http://crm.example.com/call' });
	await register('0003*210', ['0'], { url: 'http://127.0.0.1.example.com/call' });
	await register('0003*210', ['0'], { url: 'http://127.0.0.1:1/nobody-there' });
	given.sandbox.ring({ from: '4930111', to: '0003*210' });
	await pass(0);
	expect(received()).toEqual([]);
	expect([...given.sandbox.state.eventDeliveries.values()]).toMatchObject([
		{ outcome: expect.stringMatching(/^refused/) },
		{ outcome: expect.stringMatching(/^refused/) },
		{ outcome: expect.stringMatching(/^failed/) },
	]);
});

it('can be asked for a call over HTTP', async () => {
	await register('0003*210', ['0']);
	const ring = (body: object) =>
		fetch(`${given.sandbox.url}/_sandbox/calls`, { method: 'POST', body: JSON.stringify(body) });
	const response = await ring({ from: '4930111', to: '0003*210' });
	expect([response.status, ((await response.json()) as { id: string }).id]).toEqual([
		200,
		expect.any(String),
	]);
	await pass(0);
	expect(paths()).toEqual(['/0 0003*210']);
	expect((await ring({ from: '1', to: '999' })).status).toBe(400);
	const overview = await (await fetch(`${given.sandbox.url}/_sandbox/overview`)).json();
	expect(overview).toMatchObject({
		counts: { calls: 1 },
		calls: [
			{
				from: '4930111',
				to: '0003*210',
				parties: ['4930111 waits', '0003*210 rings'],
				state: 'rings',
			},
		],
	});
});

it('a reset that keeps the addresses goes on telling them', async () => {
	const before = given.sandbox.state.events.size;
	await register('0003*210', ['0']);
	given.sandbox.reset({ keepsAddresses: true });
	expect(given.sandbox.state.events.size).toBe(before + 1);
	given.sandbox.ring({ from: '4930111', to: '0003*210' });
	await pass(0);
	expect(paths()).toEqual(['/0 0003*210']);
	given.sandbox.reset();
	expect(given.sandbox.state.events.size).toBe(before);
});

it('a caller who gives up has cancelled the call', async () => {
	await register('0003*210', ['2', '3']);
	given.sandbox.ring({ from: '4930111', to: '0003*210', outcome: 'cancelled' });
	await pass(2);
	expect(paths()).toEqual([]);
	await pass(2);
	expect(paths()).toEqual(['/2 0003*210']);
	expect(received()[0].values.CallStatus).toBe('CANCEL');
	expect(() => given.sandbox.ring({ from: '1', to: '0003*210', outcome: 'lost' })).toThrow(
		TypeError,
	);
});
