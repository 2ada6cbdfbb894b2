import { givenSandbox } from './given';

const given = givenSandbox();

interface View {
	id: string;
	extension: string;
	status: unknown;
	[field: string]: unknown;
}
interface Call {
	id: string;
	phoneCallView: View[];
}

/** A call between 0003*210 and `to` that is on. */
async function talking(to = '0003*211'): Promise<Call> {
	const made = await given.uapi('POST', '/phoneCalls/@me/simple', {
		body: { extension: '0003*210', phoneCallView: [{ source: ['0003*210'], destination: [to] }] },
	});
	given.sandbox.clock.advance(6);
	return current(made.json[0].id);
}

async function current(id: string): Promise<Call> {
	const { json } = await given.uapi('GET', `/phoneCalls/@me/0003*210/${id}`);
	return json?.entry[0];
}

const put = (id: string, body: object, extension = '0003*210') =>
	given.uapi('PUT', `/phoneCalls/@me/${extension}/${id}`, { body });
const viewOf = (call: Call, extension: string) =>
	call.phoneCallView.find((view) => view.extension === extension);
const idOf = (call: Call, extension: string) => viewOf(call, extension)!.id;
const parties = (call: Call) =>
	call.phoneCallView.map(({ extension, status }) => `${extension} ${Number(status)}`);

it('holds and resumes', async () => {
	const call = await talking();
	const phoneCallViewId = idOf(call, '0003*210');
	const held = await put(call.id, { action: 'OnHold', phoneCallViewId });
	expect(held.status).toBe(200);
	expect(viewOf(held.json, '0003*210')).toMatchObject({ onHold: expect.any(String) });
	expect(Number(viewOf(held.json, '0003*210')!.holder)).toBe(1);
	expect(viewOf(held.json, '0003*211')).not.toHaveProperty('holder');
	expect((await put(call.id, { action: 'OnHold', phoneCallViewId })).status).toBe(400);
	const resumed = await put(call.id, { action: 'OffHold', phoneCallViewId });
	expect(viewOf(resumed.json, '0003*210')).not.toHaveProperty('onHold');
	expect((await put(call.id, { action: 'OffHold', phoneCallViewId })).status).toBe(400);
});

describe('parking', () => {
	const park = async (more: object = {}) => {
		const call = await talking();
		const phoneCallViewId = idOf(call, '0003*211');
		return { call, response: await put(call.id, { action: 'Park', phoneCallViewId, ...more }) };
	};

	it('returns a list, frees the other phone and changes the id of the view', async () => {
		const { call, response } = await park();
		const [parked] = response.json;
		expect(parties(parked)).toEqual(['0003*211 5']);
		expect(parked.phoneCallView[0]).toMatchObject({
			parked: expect.any(String),
			parkedBy: '0003*210',
		});
		expect(Number(parked.phoneCallView[0].parkedPos)).toBe(701);
		expect(parked.phoneCallView[0].id).not.toBe(idOf(call, '0003*211'));
		expect(given.sandbox.state.calls.get(call.id).ended).toBeUndefined();
	});

	it('ends when another phone takes the call', async () => {
		const { call, response } = await park();
		const action = { action: 'UnPark', sendCallTo: '0003*212', waitForPickup: '25' };
		const stale = { ...action, phoneCallViewId: idOf(call, '0003*211') };
		expect((await put(call.id, stale)).json.error.code).toBe('pc_phonecall_invalid');
		const taken = await put(call.id, {
			...action,
			phoneCallViewId: idOf(response.json[0], '0003*211'),
		});
		expect(parties(taken.json)).toEqual(['0003*211 4', '0003*212 3']);
		given.sandbox.clock.advance(3);
		expect(parties(await current(call.id))).toEqual(['0003*211 5', '0003*212 5']);
	});

	it('ends after maxInParking at the phone that parked the call', async () => {
		const { call } = await park({ maxInParking: '10' });
		given.sandbox.clock.advance(9);
		expect(parties(await current(call.id))).toEqual(['0003*211 5']);
		given.sandbox.clock.advance(1);
		expect(parties(await current(call.id))).toEqual(['0003*211 4', '0003*210 3']);
		given.sandbox.clock.advance(3);
		expect(parties(await current(call.id))).toEqual(['0003*211 5', '0003*210 5']);
	});
});

it('picks up what rings elsewhere', async () => {
	const { id } = given.sandbox.ring({ from: '4930111', to: '0003*210', name: 'Jane' });
	const call = await current(id);
	expect(parties(call)).toEqual(['4930111 4', '0003*210 3']);
	const action = { action: 'PickUp', sendCallTo: '212', phoneCallViewId: idOf(call, '0003*210') };
	expect(parties((await put(id, action)).json)).toEqual(['4930111 4', '0003*212 3']);
	given.sandbox.clock.advance(3);
	const { json } = await given.uapi('GET', `/phoneCalls/@me/0003*212/${id}`);
	expect(parties(json.entry[0])).toEqual(['4930111 5', '0003*212 5']);
	expect(given.sandbox.state.calls.get(id).answered).toEqual(expect.any(Number));
});

it.each(['BargeIn', 'Monitor', 'Whisper'])(
	'%s brings one more phone into the call',
	async (action) => {
		const call = await talking();
		const body = {
			action,
			phoneCallViewId: idOf(call, '0003*210'),
			sendCallTo: '0003*212',
			callerId: 'Boss <212>',
			...(action === 'Whisper' && { private: '1' }),
		};
		expect(parties((await put(call.id, body)).json)).toEqual([
			'0003*210 5',
			'0003*211 5',
			'0003*212 3',
		]);
		given.sandbox.clock.advance(3);
		expect(parties(await current(call.id))).toContain('0003*212 5');
		expect(given.sandbox.state.calls.get(call.id).views[2]).toMatchObject({
			role: action,
			callerId: 'Boss <212>',
		});
		const wrong = { ...body, sendCallTo: '0003*220' };
		expect((await put(call.id, wrong)).json.error.code).toBe('extension_invalid');
	},
);

describe('a transfer', () => {
	it('takes the number of who hands over, or an older client its view', async () => {
		for (const who of [
			(call: Call) => ({ phoneCallViewId: idOf(call, '0003*210') }),
			() => ({ transferFromNumber: '0003*210', transferNumber: '0003*211' }),
			() => ({ transferFromNumber: '210' }),
		]) {
			const call = await talking();
			const body = { action: 'Transfer', sendCallTo: '4930222', ...who(call) };
			const { json } = await put(call.id, body);
			expect(parties(json)).toEqual(['0003*211 4', '4930222 3']);
			given.sandbox.clock.advance(3);
			const on = await given.uapi('GET', `/phoneCalls/@me/@self/${call.id}`);
			expect(parties(on.json.entry[0])).toEqual(['0003*211 5', '4930222 5']);
			await given.uapi('DELETE', '/phoneCalls/@me/@self');
		}
	});

	it('that nobody takes within waitForPickup ends the call', async () => {
		const call = await talking('4930111');
		const body = { action: 'Transfer', sendCallTo: '212', transferFromNumber: '210' };
		expect((await put(call.id, { ...body, waitForPickup: '1' })).status).toBe(200);
		given.sandbox.clock.advance(2);
		expect(given.sandbox.state.calls.get(call.id)).toMatchObject({ disposition: 3 });
	});

	it('to voicemail takes the only other party where none is named', async () => {
		const call = await talking('4930111');
		const body = { action: 'TransferToVoicemail', sendCallTo: '0003*212' };
		expect(parties((await put(call.id, body)).json)).toEqual(['4930111 5', '0003*212 5']);
	});

	it('to voicemail leaves the party alone with the mailbox', async () => {
		const call = await talking('4930111');
		const { json } = await put(call.id, {
			action: 'TransferToVoicemail',
			sendCallTo: '0003*212',
			transferNumber: '4930111',
			transferFromNumber: '0003*210',
		});
		expect(parties(json)).toEqual(['4930111 5', '0003*212 5']);
	});
});

it('starts and stops recording where the phone may record', async () => {
	const call = await talking();
	const phoneCallViewId = idOf(call, '0003*210');
	const started = await put(call.id, {
		action: 'StartRecording',
		phoneCallViewId,
		format: 'wav49',
	});
	expect(viewOf(started.json, '0003*210')).toHaveProperty('recording');
	const stopped = await put(call.id, { action: 'StopRecording', phoneCallViewId });
	expect(viewOf(stopped.json, '0003*210')).not.toHaveProperty('recording');
	expect(given.sandbox.state.calls.get(call.id).actions).toMatchObject([
		{ action: 'StartRecording', format: 'wav49' },
		{ action: 'StopRecording' },
	]);
	const { json } = await given.uapi('POST', '/phoneCalls/0241/simple', {
		body: { extension: '0003*241', phoneCallView: [{ source: ['241'], destination: ['211'] }] },
	});
	given.sandbox.clock.advance(6);
	const refused = await given.uapi('PUT', `/phoneCalls/0241/0003*241/${json[0].id}`, {
		body: { action: 'StartRecording', phoneCallViewId: '00' },
	});
	expect(refused.json.error.code).toBe('pc_phonecall_invalid');
});

it('finds the call with @self, takes the id of a view as a number, and may answer 204', async () => {
	const call = await talking();
	given.sandbox.settings.voipNowResponse = 'none';
	const response = await put(call.id, { action: 'OnHold', phoneCallViewId: 0 }, '@self');
	expect([response.status, response.text]).toEqual([204, '']);
	expect(given.sandbox.state.calls.get(call.id).views[0].holder).toBe(1);
});

it.each([
	['pc_parameter_invalid', {}],
	['pc_parameter_invalid', { action: 'onhold', phoneCallViewId: '00' }],
	['pc_parameter_invalid', { action: 'OnHold' }],
	['pc_parameter_invalid', { action: 'UnPark', phoneCallViewId: '00' }],
	['pc_parameter_invalid', { action: 'Transfer', transferFromNumber: '0003*210' }],
	['pc_parameter_invalid', { action: 'Transfer', sendCallTo: '211' }],
	['pc_parameter_invalid', { action: 'TransferToVoicemail' }],
	['pc_parameter_invalid', { action: 'StartRecording', phoneCallViewId: '00', format: 'mp3' }],
	['pc_phonecall_invalid', { action: 'OnHold', phoneCallViewId: '77' }],
	['pc_phonecall_invalid', { action: 'UnPark', phoneCallViewId: '00', sendCallTo: '212' }],
	['pc_phonecall_invalid', { action: 'PickUp', phoneCallViewId: '00', sendCallTo: '212' }],
	['pc_phonecall_invalid', { action: 'Transfer', sendCallTo: '212', transferFromNumber: '999' }],
	['pc_phonecall_invalid', { action: 'StopRecording', phoneCallViewId: '00' }],
])('refuses with %s: %j', async (code, body) => {
	const call = await talking();
	const before = parties(await current(call.id));
	const response = await put(call.id, body);
	expect([response.status, response.json.error.code]).toEqual([400, code]);
	expect(parties(await current(call.id))).toEqual(before);
	expect(given.sandbox.state.calls.get(call.id).actions).toEqual([]);
});

it('refuses a call that has ended, that never was, or that the extension has no part in', async () => {
	const call = await talking();
	const body = { action: 'OnHold', phoneCallViewId: '00' };
	expect((await put(call.id, body, '0003*212')).json.error.code).toBe('pc_phonecall_invalid');
	await given.uapi('DELETE', '/phoneCalls/@me/0003*210');
	for (const id of [call.id, 'ffffffffffffffffffff', 'no-id'])
		expect((await put(id, body)).json.error.code).toBe('pc_phonecall_invalid');
	expect((await given.uapi('PUT', '/phoneCalls/@me/0003*210', { body })).status).toBe(501);
});
