import type { IDataObject } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { byId } from './given';
import { run } from './run';
import { CALL_ID } from './voipNowPhoneCalls';

/** The party an action is about is read from the call, when the user does not name it. */
describe('phone calls: the party that is meant', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const act = async (operation: string, more: object = {}, items: IDataObject[] = [{}]) =>
		await run({
			node: 'voipNow',
			parameters: {
				resource: 'phoneCall',
				operation,
				userId: '@me',
				extension: '0003*210',
				phoneCallId: byId(CALL_ID),
				...more,
			},
			items,
			url: sandbox.url,
			onError: 'continueErrorOutput',
		});

	/** What VoipNow says about the call, instead of what the sandbox knows. */
	const callIs = (...views: object[]) => {
		const body = JSON.stringify({ entry: [{ id: CALL_ID, phoneCallView: views }] });
		sandbox.faults.add({ method: 'GET', kind: 'body', status: 200, body, times: 'always' });
		sandbox.faults.add({ method: 'PUT', kind: 'body', status: 204, body: '', times: 'always' });
	};

	const sent = () => sandbox.journal.entries().map(({ method, json }) => [method, json]);

	const agent = view('00', '0003*210', ['0003*210'], ['+15551234567']);
	const customer = view('01', '15551234567', ['0003*210'], ['+15551234567']);
	const queue = view('02', '0003*220', ['+15551234567'], ['0003*220']);
	const colleague = view('03', '0003*212', ['0003*210'], ['0003*212']);

	function view(id: string, extension: string, source: unknown, destination: unknown, more = {}) {
		return { id, extension, source, destination, flow: '4', status: '5', ...more };
	}

	const sendCallTo = '0003*212';

	test.each([
		{ operation: 'hold', more: {}, picked: '00' },
		{ operation: 'unhold', more: {}, picked: '00' },
		{ operation: 'startRecording', more: {}, picked: '00' },
		{ operation: 'stopRecording', more: {}, picked: '00' },
		{ operation: 'park', more: {}, picked: '01' },
		{ operation: 'pickUp', more: { sendCallTo }, picked: '00' },
		{ operation: 'bargeIn', more: { sendCallTo }, picked: '00' },
		{ operation: 'monitor', more: { sendCallTo }, picked: '00' },
		{ operation: 'whisper', more: { sendCallTo }, picked: '00' },
	])('$operation: view $picked', async ({ operation, more, picked }) => {
		for (const extension of ['0003*210', '210', '@self']) {
			sandbox.reset();
			callIs(customer, agent);
			const { main, errors } = await act(operation, { ...more, extension });

			expect(errors).toEqual([]);
			expect(sent().map(([method]) => method)).toEqual(['GET', 'PUT']);
			expect(sandbox.journal.entries().map(({ url }) => url)).toEqual([
				`/uapi/phoneCalls/@me/${extension}/${CALL_ID}`,
				`/uapi/phoneCalls/@me/${extension}/${CALL_ID}`,
			]);
			expect(sent()[1][1]).toMatchObject({ phoneCallViewId: picked });
			expect(main[0].json).toEqual({ success: true, id: CALL_ID });
		}
	});

	test('unpark takes the party in the parking lot, whoever else is in the call', async () => {
		callIs(agent, { ...customer, id: '07', parked: '2026-11-21T09:00:00Z', parkedBy: '0003*210' });
		await act('unpark', { sendCallTo });
		expect(sent()[1][1]).toEqual({ action: 'UnPark', sendCallTo, phoneCallViewId: '07' });
	});

	test('unpark without anybody parked is not sent', async () => {
		callIs(agent, customer);
		const { errors } = await act('unpark', { sendCallTo });
		expect(errors[0].json.error).toBe('It is unclear which party of the call is meant: none fits');
		expect(sent()).toHaveLength(1);
	});

	test('pick up takes the phone that still rings, when the extension has two', async () => {
		callIs(agent, { ...agent, id: '04', status: '3' });
		await act('pickUp', { sendCallTo });
		expect(sent()[1][1]).toMatchObject({ phoneCallViewId: '04' });
	});

	test('park beside a queue takes the one whom the extension sees', async () => {
		callIs(queue, customer, { ...agent, source: ['+15551234567'], destination: ['0003*210'] });
		await act('park');
		expect(sent()[1][1]).toMatchObject({ phoneCallViewId: '01' });
	});

	test.each([
		{ name: 'several views of the extension', views: [agent, { ...agent, id: '05' }] },
		{ name: 'none of the extension', views: [customer, colleague] },
		{ name: 'no views at all', views: [] },
		{
			name: '@self between two extensions',
			views: [agent, colleague],
			more: { extension: '@self' },
		},
		{
			name: 'park with two other parties',
			views: [{ ...agent, destination: ['+15551234567', '0003*212'] }, customer, colleague],
			operation: 'park',
		},
	])('unclear, $name: the parties are named and nothing is changed', async (given) => {
		const {
			views,
			more = {},
			operation = 'hold',
		} = given as {
			views: Array<typeof agent>;
			more?: object;
			operation?: string;
		};
		callIs(...views);
		const { main, errors, pairedErrors } = await act(operation, more, [{}, {}]);

		expect(main).toEqual([]);
		expect(pairedErrors).toEqual([0, 1]);
		expect(sent().map(([method]) => method)).toEqual(['GET', 'GET']);
		const { error, details } = errors[0].json as { error: string; details: IDataObject };
		expect(error).toContain('It is unclear which party of the call is meant');
		expect(details).toMatchObject({ effect: 'none' });
		expect(details.description).toContain('"Call View ID" under Additional Fields');
		for (const { id, extension } of views) {
			expect(details.description).toContain(`${id} (${extension}: `);
		}
		if (views.length > 0) expect(details.description).toMatch(/→ \+15551234567.*, On Call\)/);
	});

	test('a party the user names is not looked for', async () => {
		callIs(agent, customer);
		await act('park', { additionalFields: { phoneCallViewId: '01' } });
		expect(sent()).toEqual([['PUT', { action: 'Park', phoneCallViewId: '01' }]]);
	});

	test('transfer: the number by which the call knows the extension', async () => {
		callIs(agent, customer);
		await act('transfer', { sendCallTo, extension: '210' });
		expect(sent()[1][1]).toEqual({
			action: 'Transfer',
			sendCallTo,
			transferFromNumber: '0003*210',
		});
	});

	test.each([{ transferFromNumber: '0003*210' }, { phoneCallViewId: '00' }])(
		'transfer with %p reads nothing',
		async (additionalFields) => {
			callIs(agent, customer);
			await act('transfer', { sendCallTo, additionalFields });
			expect(sent()).toEqual([['PUT', { action: 'Transfer', sendCallTo, ...additionalFields }]]);
		},
	);

	test('transfer to voicemail: the number the extension speaks with', async () => {
		callIs(agent, customer);
		await act('transferToVoicemail', { sendCallTo });
		expect(sent()[1][1]).toEqual({
			action: 'TransferToVoicemail',
			sendCallTo,
			transferNumber: '+15551234567',
		});
	});

	test.each([
		['several numbers at the other end', [{ ...agent, destination: ['15551', '15552'] }]],
		['none', [{ ...agent, destination: [] }]],
		['no party at the extension', [{ ...customer }]],
	])('transfer to voicemail, %s: VoipNow decides', async (_, parties) => {
		callIs(...parties);
		await act('transferToVoicemail', { sendCallTo });
		expect(sent()[1][1]).toEqual({ action: 'TransferToVoicemail', sendCallTo });
	});

	test('transfer to voicemail, several parties at the extension: not sent', async () => {
		callIs(agent, { ...customer, extension: '0003*212' });
		const { errors } = await act('transferToVoicemail', { sendCallTo, extension: '@self' });
		expect(errors[0].json.error).toContain('2 are possible');
		expect(sent()).toHaveLength(1);
	});

	test.each([
		{ name: '200 with an empty list', status: 200, body: '{"entry":[]}' },
		{ name: '204', status: 204, body: '' },
	])('a call that has ended, $name: not found, nothing is changed', async ({ status, body }) => {
		sandbox.faults.add({ method: 'GET', kind: 'body', status, body });
		const { errors } = await act('hold');
		expect(errors[0].json).toMatchObject({
			error: `The phone call ${CALL_ID} was not found`,
			details: { httpCode: '404', effect: 'none' },
		});
		expect(sent()).toHaveLength(1);
	});

	test('on the sandbox: hold, unhold, park and unpark one call, though its views change', async () => {
		const made = await act('make', { destination: '0003*212', phoneCallId: undefined });
		sandbox.clock.advance(10);
		const phoneCallId = byId(String(made.main[0].json.id));
		for (const operation of ['hold', 'unhold', 'startRecording', 'stopRecording', 'park']) {
			const { errors } = await act(operation, { phoneCallId });
			expect([operation, errors]).toEqual([operation, []]);
		}
		const { main, errors } = await act('unpark', { phoneCallId, sendCallTo: '0003*210' });
		expect(errors).toEqual([]);
		const { parties } = main[0].json as { parties: Array<{ extension: string }> };
		expect(parties.map(({ extension }) => extension)).toEqual(['0003*212', '0003*210']);
		const ids = sandbox.journal
			.entries()
			.flatMap(({ json }) => (json as IDataObject | undefined)?.phoneCallViewId ?? []);
		expect(ids).toEqual(['00', '00', '00', '00', '01', '02']);
	});

	test.each(['transfer', 'transferToVoicemail', 'bargeIn', 'monitor', 'whisper'])(
		'on the sandbox: %s during a call with an outside number',
		async (operation) => {
			const made = await act('make', { destination: '+15551234567', phoneCallId: undefined });
			sandbox.clock.advance(10);
			const phoneCallId = byId(String(made.main[0].json.id));
			const { main, errors } = await act(operation, { phoneCallId, sendCallTo });
			expect(errors).toEqual([]);
			const { parties } = main[0].json as { parties: Array<{ extension: string }> };
			const stays = ['transfer', 'transferToVoicemail'].includes(operation) ? [] : ['0003*210'];
			expect(parties.map(({ extension }) => extension)).toEqual([
				...stays,
				'15551234567',
				'0003*212',
			]);
		},
	);

	test('on the sandbox: pick up a call that rings elsewhere', async () => {
		const made = await act('make', { destination: '0003*212', phoneCallId: undefined });
		sandbox.clock.advance(4);
		const { main, errors } = await act('pickUp', {
			extension: '0003*212',
			phoneCallId: byId(String(made.main[0].json.id)),
			sendCallTo: '0003*210',
		});
		expect(errors).toEqual([]);
		expect(main[0].json.parties).toMatchObject([{ extension: '0003*210' }, { id: '02' }]);
	});
});
