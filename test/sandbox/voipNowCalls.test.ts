import { givenSandbox } from './given';

const given = givenSandbox();
const view = { source: ['0003*210'], destination: ['+4930111'] };
const make = (more: object = {}, query = '', user = '@me') =>
	given.uapi('POST', `/phoneCalls/${user}/simple${query}`, {
		body: { extension: '0003*210', phoneCallView: [{ ...view, ...more }], nonce: 'n-1' },
	});
const list = (path = '@me/0003*210') => given.uapi('GET', `/phoneCalls/${path}`);
/** Extension and status of each view, as numbers. */
const views = (call: { phoneCallView: Array<{ extension: string; status: unknown }> }) =>
	call.phoneCallView.map(({ extension, status }) => [extension, Number(status)]);

describe('a simple call', () => {
	it('rings at the source, then at the destination, is answered, ends and is written down', async () => {
		const made = await make({ callerId: 'Jane Roe <4930210>' });
		expect([made.status, made.json]).toEqual([
			200,
			[expect.objectContaining({ id: expect.stringMatching(/^[0-9a-f]{20}$/), nonce: 'n-1' })],
		]);
		const [{ id }] = made.json;
		expect(views(made.json[0])).toEqual([
			['0003*210', 3],
			['4930111', 2],
		]);
		expect(made.json[0].phoneCallView[0]).toMatchObject({
			id: '00',
			...view,
			ringing: expect.any(String),
			callerId: 'Jane Roe <4930210>',
		});
		expect(made.json[0].phoneCallView[1].callerID).toBe('Jane Roe <4930210>');

		given.sandbox.clock.advance(3);
		const atDestination = (await list()).json.entry[0];
		expect(views(atDestination)).toEqual([
			['0003*210', 4],
			['4930111', 3],
		]);
		expect(atDestination).not.toHaveProperty('answered');
		given.sandbox.clock.advance(3);
		const talking = (await list(`@me/0003*210/${id}/`)).json.entry[0];
		expect(views(talking)).toEqual([
			['0003*210', 5],
			['4930111', 5],
		]);
		expect(talking.answered).toEqual(expect.any(String));
		expect(talking.phoneCallView[1]).not.toHaveProperty('ringing');
		expect(given.sandbox.state.cdr.has(id)).toBe(false);

		given.sandbox.clock.advance(60);
		expect((await list()).status).toBe(204);
		expect(given.sandbox.state.calls.get(id)).toMatchObject({ disposition: 0 });
		const { entry } = (await given.uapi('GET', '/cdr?source=210')).json;
		expect(entry[id].phoneCallView[1]).toMatchObject({
			source: '0003*210',
			destination: '+4930111',
			answered: expect.any(String),
		});
		expect(Number(entry[id].phoneCallView[1].duration)).toBe(60);
	});

	it('continues automatically', async () => {
		given.sandbox.clock.reset();
		given.sandbox.changeSettings({ voipNowRingTime: 0.05, voipNowCallDuration: 0.05 });
		const [{ id }] = (await make()).json;
		const { calls } = given.sandbox.state;
		while (calls.get(id).ended === undefined)
			await new Promise((resolve) => setTimeout(resolve, 5));
		expect(calls.get(id)).toMatchObject({ disposition: 0, ended: expect.any(Number) });
	});

	it.each([
		['busy', 1, 3],
		['failed', 2, 3],
		['noAnswer', 3, 3 + 25],
	] as const)('can end with %s', async (voipNowCallOutcome, disposition, seconds) => {
		given.sandbox.settings.voipNowCallOutcome = voipNowCallOutcome;
		const [{ id }] = (await make()).json;
		given.sandbox.clock.advance(seconds + 1);
		expect((await list()).status).toBe(204);
		expect(given.sandbox.state.cdr.get(id)).toMatchObject({ disposition });
		expect(given.sandbox.state.cdr.get(id)).not.toHaveProperty('answered');
	});

	it('is given up after waitForPickup, and lasts callDuration at most', async () => {
		const [{ id: impatient }] = (await make({}, '?waitForPickup=2')).json;
		const [{ id: short }] = (await make({}, '?callDuration=5&video=true')).json;
		given.sandbox.clock.advance(2);
		expect(given.sandbox.state.calls.get(impatient)).toMatchObject({ disposition: 3 });
		given.sandbox.clock.advance(4 + 5);
		expect(given.sandbox.state.calls.get(short)).toMatchObject({ disposition: 0 });
	});

	it('rings several sources until one answers, and fails at phones that are not registered', async () => {
		const [{ id }] = (await make({ source: ['0003*210', '212'], destination: ['0003*211'] })).json;
		given.sandbox.clock.advance(3);
		expect(views((await list(`@me/@self/${id}`)).json.entry[0])).toEqual([
			['0003*210', 4],
			['0003*211', 3],
		]);
		const [{ id: other }] = (await make({ destination: ['213'] })).json;
		given.sandbox.clock.advance(3);
		expect(given.sandbox.state.calls.get(other)).toMatchObject({ disposition: 2 });
	});

	it.each([
		['extension_invalid', { extension: '0003*999', phoneCallView: [view] }],
		['extension_invalid', { extension: '0003*220', phoneCallView: [view] }],
		['extension_invalid', { extension: '0003*211', phoneCallView: [view] }],
		['extension_invalid', { phoneCallView: [view] }],
		['pc_parameter_invalid', { extension: '0003*210' }],
		['pc_parameter_invalid', { extension: '0003*210', phoneCallView: [] }],
		['pc_parameter_invalid', { extension: '0003*210', phoneCallView: [{ source: ['1'] }] }],
		['pc_parameter_invalid', { extension: '0003*210', phoneCallView: [{ ...view, source: 'x' }] }],
	])('is refused with %s: %j', async (code, body) => {
		const response = await given.uapi('POST', '/phoneCalls/@me/simple', { body });
		expect([response.status, response.json.error.code]).toEqual([400, code]);
		expect(given.sandbox.state.calls.size).toBe(0);
	});

	it('does not ring when the query is wrong', async () => {
		expect((await make({}, '?fields=id,colour')).json.error.code).toBe('fields_invalid');
		expect((await make({}, '?waitForPickup=soon')).json.error.code).toBe('pc_parameter_invalid');
		expect((await make({}, '', '99')).json.error.code).toBe('user_invalid');
		expect(given.sandbox.state.calls.size).toBe(0);
		expect((await make({}, '?fields=id')).json).toEqual([{ id: expect.any(String) }]);
		const any = expect.anything();
		expect((await make({}, '?fields=nonce,status')).json).toEqual([
			{ nonce: expect.any(String), phoneCallView: [{ status: any }, { status: any }] },
		]);
	});

	it('can be made for another user, and answered with 201 or 204', async () => {
		const body = { extension: '0003*241', phoneCallView: [{ ...view, source: ['241'] }] };
		const path = (user: string) => `/phoneCalls/${user}/simple`;
		expect((await given.uapi('POST', path('0241'), { body })).json[0].extension).toBe('0003*241');
		expect((await given.uapi('POST', path('@owner'), { body })).status).toBe(200);
		given.sandbox.settings.voipNowCreateStatus = 201;
		expect((await make()).status).toBe(201);
		given.sandbox.settings.voipNowResponse = 'none';
		const silent = await make();
		expect([silent.status, silent.text]).toEqual([204, '']);
		expect(given.sandbox.state.calls.size).toBe(4);
	});
});

it('connects two public numbers through a callback extension', async () => {
	const body = (extension: string, source: string) => ({
		extension,
		phoneCallView: [{ source: [source], destination: ['4930222'] }],
	});
	const path = '/phoneCalls/@me/callback';
	const [call] = (await given.uapi('POST', path, { body: body('0003*250', '4930111') })).json;
	expect(views(call)).toEqual([
		['4930111', 3],
		['4930222', 2],
	]);
	given.sandbox.clock.advance(6);
	expect((await list('@me/0003*250')).json.entry[0].id).toBe(call.id);
	for (const [code, wrong] of [
		['extension_invalid', body('0003*210', '4930111')],
		['extension_invalid', body('@self', '4930111')],
		['pc_parameter_invalid', body('0003*250', '0003*210')],
	] as const)
		expect((await given.uapi('POST', path, { body: wrong })).json.error.code).toBe(code);
});

it('brings a number into a conference', async () => {
	const body = {
		extension: '0003*230',
		phoneCallView: [{ source: ['0003*230'], destination: ['4930222'] }],
	};
	const path = '/phoneCalls/@me/conferenceInvite?number=1234&pin=00';
	const [call] = (await given.uapi('POST', path, { body })).json;
	expect(views(call)).toEqual([
		['0003*230', 5],
		['4930222', 3],
	]);
	given.sandbox.clock.advance(3);
	expect(views((await list('@me/0003*230')).json.entry[0])[1]).toEqual(['4930222', 5]);
	const wrong = { ...body, extension: '0003*210' };
	expect((await given.uapi('POST', path, { body: wrong })).json.error.code).toBe(
		'extension_invalid',
	);
});

describe('lists', () => {
	it('give the calls of one extension or of the user, paged, filtered and cut', async () => {
		const ids = given.sandbox.fill({ voipNowCalls: 45 }).voipNowCalls;
		const first = (await list('@me/@self?count=40&sortOrder=desc&fields=id,published')).json;
		expect(first).toMatchObject({ totalResults: 45, itemsPerPage: 40, startIndex: 0 });
		expect(first.entry[0]).toEqual({ id: ids[44], published: expect.any(String) });
		const next = first.paging.next.replace(`${given.sandbox.url}/uapi/phoneCalls/`, '');
		expect((await list(next)).json.entry).toHaveLength(5);
		const filter = `filterBy=id&filterOp=inArray&filterValue=${ids[3]},${ids[5]}`;
		expect((await list(`@me/210?${filter}`)).json.totalResults).toBe(2);
		expect((await list('@me/0003*212')).status).toBe(204);
		expect((await list('13/@self')).status).toBe(204);
	});

	it('give an ended call as an empty list or as 204, and refuse one that never was', async () => {
		const [{ id }] = (await make()).json;
		await given.uapi('DELETE', `/phoneCalls/@me/0003*210/${id}`);
		expect(await list(`@me/0003*210/${id}`)).toMatchObject({
			status: 200,
			json: { entry: [], totalResults: 0 },
		});
		given.sandbox.settings.voipNowEndedCall = 'none';
		expect((await list(`@me/0003*210/${id}`)).status).toBe(204);
		for (const wrong of ['ffffffffffffffffffff', 'no-call'])
			expect((await list(`@me/0003*210/${wrong}`)).json.error.code).toBe('pc_phonecall_invalid');
	});

	it.each([
		['extension_invalid', '@me/0003*999'],
		['extension_invalid', '@me/0003*211'],
		['extension_invalid', '@owner/@self'],
		['user_invalid', '99/@self'],
		['filterby_invalid', '@me/@self?filterBy=nonce&filterValue=1'],
		['count_invalid', '@me/@self?count=5001'],
	])('refuse with %s: %s', async (code, path) => {
		expect((await list(path)).json.error.code).toBe(code);
	});
});

describe('hanging up', () => {
	const hangUp = (path: string) => given.uapi('DELETE', `/phoneCalls/${path}`);

	it('ends one call', async () => {
		const [{ id }] = (await make()).json;
		await make();
		expect((await hangUp(`@me/0003*210/${id}`)).json).toMatchObject([{ id }]);
		expect((await list()).json.totalResults).toBe(1);
		expect(given.sandbox.state.cdr.get(id)).toMatchObject({ disposition: 3 });
		expect((await hangUp(`@me/0003*210/${id}`)).json.error.code).toBe('pc_phonecall_invalid');
	});

	it('ends every call of the extension without an id, but no other', async () => {
		await make();
		await make();
		const [{ id }] = (
			await given.uapi('POST', '/phoneCalls/@me/simple', {
				body: { extension: '212', phoneCallView: [{ ...view, source: ['212'] }] },
			})
		).json;
		expect((await hangUp('@me/0003*210?fields=id')).json).toHaveLength(2);
		expect((await hangUp('@me/0003*210')).status).toBe(204);
		expect((await list('@me/@self')).json.entry).toMatchObject([{ id }]);
		expect((await hangUp('@me/@self')).json).toHaveLength(1);
	});

	it('ends the calls with a number only', async () => {
		await make();
		await make({ destination: ['4930222'] });
		expect((await hangUp('@me/0003*210?phoneNumber=4930333')).status).toBe(204);
		expect((await hangUp('@me/0003*210?phoneNumber=4930222')).json).toHaveLength(1);
		expect((await list()).json.totalResults).toBe(1);
	});
});
