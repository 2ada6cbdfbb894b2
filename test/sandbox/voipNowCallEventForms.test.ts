import type { Sandbox } from './given';
import { ALL_TYPES, givenReceiver } from './callEventReceiver';

const { given, received, register, pass } = givenReceiver();

type Settings = Parameters<Sandbox['changeSettings']>[0];

/** One call from outside that is answered and ends, with all its events. */
async function aCall(settings: Settings, { seconds = [0, 3, 60], ...more }: Options = {}) {
	given.sandbox.changeSettings(settings);
	await register('0003*210', ALL_TYPES, more);
	const call = given.sandbox.ring({ from: '4930111', to: '0003*210' });
	for (const each of seconds) await pass(each);
	return call;
}

interface Options {
	seconds?: number[];
	method?: string;
}

const firstValues = () => received()[0].values;

it.each([
	['extended', '0003*210'],
	['digits', '0003210'],
	['domain', '0003*210@pbx.example.com'],
	['short', '210'],
] as const)('writes extensions %s', async (voipNowEventExtensions, expected) => {
	await aCall({ voipNowEventExtensions });
	expect(received().map(({ values }) => values.CalledExtension)).toEqual(Array(3).fill(expected));
	expect(firstValues().CallerExtension).toBe('');
});

it('writes the extension of a caller in the same form', async () => {
	given.sandbox.changeSettings({ voipNowEventExtensions: 'domain' });
	await register('0003*210', ['1']);
	await given.uapi('POST', '/phoneCalls/@me/simple', {
		body: { extension: '210', phoneCallView: [{ source: ['210'], destination: ['4930111'] }] },
	});
	await pass(0);
	expect(firstValues()).toMatchObject({
		CallerExtension: '0003*210@pbx.example.com',
		CalledExtension: '',
	});
});

it('writes CallFlow in lower case, and names likewise', async () => {
	await aCall({ voipNowEventFlow: 'lower' });
	expect(firstValues().CallFlow).toBe('in');
	given.sandbox.changeSettings({ voipNowEventNames: 'lower' });
	given.sandbox.ring({ from: '4930111', to: '0003*210' });
	await pass(0);
	const { values } = received().at(-1)!;
	expect(values).toMatchObject({ callflow: 'in', callid: expect.any(String) });
	expect(Object.keys(values).filter((name) => /[A-Z]/.test(name))).toEqual([]);
});

it.each([
	['mixed', { CallerExtension: '', CallerIDName: '' }, ['CalledDID']],
	['empty', { CallerExtension: '', CallerIDName: '', CalledDID: '' }, []],
	['missing', {}, ['CallerExtension', 'CallerIDName', 'CalledDID']],
] as const)('has absent values %s', async (voipNowEventAbsent, expected, missing) => {
	given.sandbox.state.extensions.get('0003*210')!.did = undefined;
	await aCall({ voipNowEventAbsent });
	expect(firstValues()).toMatchObject({ CallID: expect.any(String), CallFlow: 'IN', ...expected });
	for (const name of missing) expect(firstValues()).not.toHaveProperty(name);
});

it('can say nothing but which call it is', async () => {
	await aCall({ voipNowEventAbsent: 'all' });
	expect(received().map(({ values }) => Object.keys(values))).toEqual(Array(3).fill(['CallID']));
	expect(new Set(received().map(({ values }) => values.CallID)).size).toBe(1);
});

it.each([
	['answered', 'ANSWER'],
	['busy', 'UNKNOWN'],
] as const)('says of a call that was %s only %s', async (voipNowCallOutcome, expected) => {
	await aCall({ voipNowEventStatus: 'answerOrUnknown', voipNowCallOutcome });
	const ofType = (type: string) => received().find(({ path }) => path === `/${type}`)?.values;
	expect(ofType('0')).toMatchObject({ CallStatus: 'CALLING' });
	expect(ofType('2')).toMatchObject({ CallStatus: expected });
});

it('adds what a derived product adds', async () => {
	await aCall({ voipNowEventExtras: 'derived' });
	expect(received().map(({ values }) => [values.EventType, values.Duration])).toEqual([
		['dial-in', undefined],
		['answer', undefined],
		['hangup', '60000000'],
	]);
	expect(firstValues()).toMatchObject({
		EventTime: expect.stringMatching(/^\d{16}$/),
		SubCallID: expect.stringMatching(/^.+-0003210$/),
	});
});

it('sends each event again, unchanged', async () => {
	await aCall({ voipNowEventCopies: 3 }, { seconds: [0] });
	expect(received()).toHaveLength(3);
	expect(new Set(received().map(({ body }) => body)).size).toBe(1);
});

it('sends the events of a call last first, when it has ended', async () => {
	await aCall({ voipNowEventOrder: 'reversed' }, { seconds: [0, 3] });
	expect(received()).toEqual([]);
	await pass(60);
	expect(received().map(({ path }) => path)).toEqual(['/2', '/3', '/0']);
});

it('sends late events also without one for the end, and not those of a call before a reset', async () => {
	given.sandbox.changeSettings({ voipNowEventOrder: 'reversed' });
	await register('0003*210', ['0']);
	given.sandbox.ring({ from: '1', to: '0003*210' });
	given.sandbox.reset();
	given.sandbox.changeSettings({ voipNowEventOrder: 'reversed' });
	await register('0003*210', ['0']);
	const { callId } = given.sandbox.ring({ from: '2', to: '0003*210' });
	await given.uapi('DELETE', '/phoneCalls/@me/0003*210');
	await pass(0);
	expect(received().map(({ values }) => values.CallID)).toEqual([callId]);
});

describe('in a POST', () => {
	const send = async (voipNowEventBody: Settings['voipNowEventBody']) => {
		const { id } = await aCall({ voipNowEventBody }, { seconds: [0] });
		expect(received()).toHaveLength(1);
		return { id, ...received()[0] };
	};

	it('sends a form that says it is plain text', async () => {
		const { type, values, id } = await send('untyped');
		expect(type).toMatch(/^text\/plain/);
		expect(values).toMatchObject({ CallStatus: 'CALLING', CallAPIID: id });
	});

	it('sends multipart', async () => {
		const { type, body, id } = await send('multipart');
		const form = await new Response(body, { headers: { 'content-type': type! } }).formData();
		expect([form.get('CallAPIID'), form.get('CallerExtension')]).toEqual([id, '']);
	});

	it('sends JSON', async () => {
		const { type, body, id } = await send('json');
		expect(type).toBe('application/json');
		expect(JSON.parse(body)).toMatchObject({ CallStatus: 'CALLING', CallAPIID: id });
	});

	it('sends everything in the query, beside that of the address', async () => {
		const { method, body, query, id } = await send('query');
		expect([method, body]).toEqual(['POST', '']);
		expect(query).toMatchObject({ own: '1', CallStatus: 'CALLING', CallAPIID: id });
	});

	it('sends half in the query and half in the body', async () => {
		const { query, values, id } = await send('split');
		const { own, ...inQuery } = query;
		expect(own).toBe('1');
		expect(Object.keys(inQuery).filter((name) => name in values)).toEqual([]);
		expect({ ...inQuery, ...values }).toMatchObject({ CallStatus: 'CALLING', CallAPIID: id });
		expect(Object.keys(inQuery).length * Object.keys(values).length).toBeGreaterThan(0);
	});
});

it.each(['0', '1'])('loses the query of the address on request, by method %s', async (method) => {
	await aCall({ voipNowEventOwnQuery: 'dropped' }, { seconds: [0], method });
	expect(received()).toHaveLength(1);
	expect(received()[0].query).not.toHaveProperty('own');
	expect(firstValues()).toMatchObject({ CallStatus: 'CALLING' });
});

it('sends by GET in the query, whatever is set for bodies', async () => {
	await aCall({ voipNowEventBody: 'json' }, { seconds: [0], method: '0' });
	expect(received()).toMatchObject([
		{ method: 'GET', body: '', query: { own: '1', CallStatus: 'CALLING' } },
	]);
});

it('keeps what was really sent in its list of deliveries', async () => {
	await aCall({ voipNowEventFlow: 'lower', voipNowEventCopies: 2 }, { seconds: [0] });
	const deliveries = [...given.sandbox.state.eventDeliveries.values()];
	expect(deliveries.map(({ outcome, parameters }) => [outcome, parameters])).toEqual(
		received().map(({ values }) => ['sent', values]),
	);
});
