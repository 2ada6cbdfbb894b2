import type { IDataObject } from 'n8n-workflow';

import { inOneForm } from '../../nodes/VoipNow/codes';
import { searchPhoneCalls } from '../../nodes/VoipNow/methods/searchPhoneCalls';
import { type Sandbox, startSandbox } from '../../sandbox';
import { editorContext } from './editorContext';
import { byId, manyItems } from './given';
import type { Given } from './run';
import { runOnPhoneCalls } from './voipNowGiven';
import { CALL_ID, voipNowPhoneCalls } from './voipNowPhoneCalls';

describe('phone calls', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const call = async (operation: string, more?: object, given?: Partial<Given>) =>
		await runOnPhoneCalls(sandbox, operation, more, given);

	const made = async (destination = '0003*212') => {
		const { main } = await call('make', { destination });
		sandbox.clock.advance(10);
		sandbox.journal.clear();
		return String(main[0].json.id);
	};

	const sent = () => sandbox.journal.entries();

	describe('what comes out', () => {
		test('a call: short, codes in words, numbers as numbers, times in UTC', async () => {
			const id = await made('+15551234567');
			for (const numbersAs of ['string', 'number'] as const) {
				Object.assign(sandbox.settings, { numbersAs });
				const { main } = await call('get', { phoneCallId: byId(id), simplify: true });
				expect(main[0].json).toMatchObject({
					id,
					extension: '0003*210',
					published: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
					answered: expect.stringMatching(/\.000Z$/),
					parties: [
						{
							id: '00',
							extension: '0003*210',
							source: '0003*210',
							destination: '+15551234567',
							status: 5,
							statusName: 'On Call',
							flow: 4,
							flowName: 'Outgoing Public',
						},
						{ id: '01', extension: '15551234567', status: 5 },
					],
				});
				expect(main[0].json).not.toHaveProperty('links');
				expect(main[0].json).not.toHaveProperty('phoneCallView');
			}
		});

		test('the whole call with Simplify off; callerId however it was spelled', async () => {
			const additionalFields = { callerId: 'Jane Roe <15557654321>' };
			const { main } = await call('make', {
				destination: '0003*212',
				additionalFields,
				simplify: false,
			});
			const { phoneCallView, links } = main[0].json as {
				phoneCallView: IDataObject[];
				links: object;
			};
			expect(links).toHaveProperty('self');
			expect(phoneCallView).toHaveLength(2);
			for (const view of phoneCallView) {
				expect(view.callerId).toBe('Jane Roe <15557654321>');
				expect(view).not.toHaveProperty('callerID');
				expect(typeof view.status).toBe('number');
				expect(typeof view.id).toBe('string');
			}
		});

		test('chosen fields are all there, simplified or not', async () => {
			const phoneCallId = byId(await made());
			const fields = ['ownerName', 'phoneCallView'];
			for (const [operation, more] of [
				['get', { phoneCallId, options: { fields } }],
				['getAll', { returnAll: true, filters: { fields } }],
				['hangUp', { phoneCallId, additionalFields: { fields } }],
			] as const) {
				const { main } = await call(operation, more);
				expect(Object.keys(main[0].json).sort()).toEqual(['ownerName', 'parties']);
			}
		});

		test.each(['nonce', 'extension', 'nonce,extension', 'source'])(
			'a call of which only %s is asked for is known to be made, and ended',
			async (fields) => {
				const additionalFields = { fields: `={{ ${JSON.stringify(fields)} }}` };
				const expected = fields === 'source' ? ['parties'] : fields.split(',').sort();
				for (const [operation, more] of [
					['make', { destination: '0003*212', additionalFields }],
					['hangUp', { hangUp: 'allCalls', additionalFields }],
				] as const) {
					const { main, error } = await call(operation, more);
					expect(error).toBeUndefined();
					expect(Object.keys(main[0].json).sort()).toEqual(expected);
				}
			},
		);

		test('get many: one item per call, also with a limit; none is no item', async () => {
			expect((await call('getAll', { returnAll: true })).main).toEqual([]);
			const ids = [await made(), await made(), await made('15551')];
			const { main, pairedMain } = await call('getAll', { returnAll: true });
			expect(main.map(({ json }) => json.id).sort()).toEqual([...ids].sort());
			expect(pairedMain).toEqual([0, 0, 0]);
			expect((await call('getAll', { limit: 2 })).main).toHaveLength(2);
		});

		test.each(['collection', 'none'] as const)(
			'get of a call that has ended (%s) is not a success',
			async (voipNowEndedCall) => {
				const id = await made();
				await call('hangUp', { phoneCallId: byId(id) });
				Object.assign(sandbox.settings, { voipNowEndedCall });
				const { main, errors, pairedErrors } = await call(
					'get',
					{ phoneCallId: byId(id) },
					{ items: manyItems(2) },
				);
				expect(main).toEqual([]);
				expect(pairedErrors).toEqual([0, 1]);
				expect(errors[0].json).toMatchObject({
					error: `The phone call ${id} was not found`,
					details: { httpCode: '404', effect: 'none' },
				});
				const stopped = await call('get', { phoneCallId: byId(id) }, { onError: 'stopWorkflow' });
				expect(stopped.error).toMatchObject({ httpCode: '404' });
			},
		);

		test.each(voipNowPhoneCalls.filter(({ method }) => method !== 'GET'))(
			'$parameters.operation without a body ($id): what it was about',
			async ({ parameters, id }) => {
				sandbox.faults.add({ kind: 'body', status: 204, body: '', times: 'always' });
				const { main, pairedMain } = await call('', parameters, { items: manyItems(2) });
				const { extension } = parameters;
				const expected = id.startsWith('phoneCalls.create')
					? { success: true, extension, destination: expect.any(Array) }
					: { success: true, ...(id === 'phoneCalls.hangUpAll' ? {} : { id: CALL_ID }) };
				expect(main.map(({ json }) => json)).toMatchObject([expected, expected]);
				expect(pairedMain).toEqual([0, 1]);
			},
		);

		test('both outputs are paired', async () => {
			const id = await made();
			const { main, errors, pairedMain, pairedErrors } = await call(
				'hold',
				{ phoneCallId: byId('={{ $json.call }}') },
				{ items: [{ call: 'nosuchcall' }, { call: id }, { call: '..' }] },
			);
			expect(main).toHaveLength(1);
			expect(pairedMain).toEqual([1]);
			expect(pairedErrors).toEqual([0, 2]);
			expect(errors[0].json.error).toContain('VoipNow did not accept the Phone Call');
			expect(errors[0].json.details).toMatchObject({ code: 'pc_phonecall_invalid' });
		});

		test('a code that is not documented says what to check', async () => {
			const body = JSON.stringify({ error: { code: 'pc_sendcallto_invalid', message: 'No.' } });
			sandbox.faults.add({ method: 'PUT', kind: 'status', status: 400, body });
			const { errors } = await call('transfer', {
				phoneCallId: byId(CALL_ID),
				sendCallTo: '0003*999',
				additionalFields: { transferFromNumber: '0003*210' },
			});
			expect(errors[0].json.error).toContain('(pc_sendcallto_invalid): No.');
		});
	});

	test('one form: numbers by the name of their field, IDs and phone numbers stay text', () => {
		const asSent = {
			id: '00',
			ownerId: 3,
			extension: 210,
			note: '5',
			answered: '2026-11-21T09:00:00Z',
			statistics: [{ answered: '4747', type: '0', total: 17558 }],
			registration: [{ registration: '-2', status: '1' }],
			view: { callerID: 'Jane <1>', source: ['0003*210', '15551'], status: '5', flow: 4 },
			status: 'busy',
		};
		expect(inOneForm(asSent)).toEqual({
			...asSent,
			ownerId: '3',
			extension: '210',
			statistics: [{ answered: 4747, type: 0, total: 17558 }],
			registration: [{ registration: -2, status: 1 }],
			view: { callerId: 'Jane <1>', source: ['0003*210', '15551'], status: 5, flow: 4 },
		});
	});

	describe('hang up', () => {
		test('one call: the others go on', async () => {
			const ids = [await made(), await made()];
			const { main } = await call('hangUp', { phoneCallId: byId(ids[0]) });
			expect(main.map(({ json }) => json.id)).toEqual([ids[0]]);
			const { main: left } = await call('getAll', { returnAll: true });
			expect(left.map(({ json }) => json.id)).toEqual([ids[1]]);
		});

		test('all calls, only when it was chosen: one item per call', async () => {
			const ids = [await made(), await made()];
			const { main, pairedMain } = await call('hangUp', { hangUp: 'allCalls' });
			expect(sent().map(({ url }) => url)).toEqual(['/uapi/phoneCalls/@me/0003*210']);
			expect(main.map(({ json }) => json.id).sort()).toEqual([...ids].sort());
			expect(pairedMain).toEqual([0, 0]);
		});

		test.each([{}, { hangUp: 'oneCall' }, { hangUp: '={{ "allCalls" }}' }, { hangUp: 'all' }])(
			'without a call nothing is sent: %p',
			async (more) => {
				await made();
				const { main, error, errors } = await call('hangUp', {
					...more,
					phoneCallId: byId('={{ $json.nothing }}'),
				});
				expect(main).toEqual([]);
				expect(error ?? errors[0]).toBeDefined();
				expect(sent()).toEqual([]);
			},
		);
	});

	describe('the list to pick a call from', () => {
		const context = (parameters: object, token?: string) =>
			editorContext({
				node: 'voipNow',
				parameters: {
					authentication: 'accessToken',
					resource: 'phoneCall',
					userId: '@me',
					...parameters,
				},
				url: sandbox.url,
				token,
			});

		test.each(['0003*210', '210', '@self'])(
			'calls of %s: who, in what state, since when',
			async (extension) => {
				const id = await made('+15551234567');
				const { results } = await searchPhoneCalls.call(context({ extension }));
				expect(results).toEqual([
					{
						name: expect.stringMatching(/^0003\*210 → \+15551234567, on call, since \d\d:\d\d$/),
						value: id,
					},
				]);
				expect(sent()).toHaveLength(1);
			},
		);

		test('searching looks into what is shown', async () => {
			const ids = [await made('+15551234567'), await made()];
			const find = async (filter: string) =>
				(await searchPhoneCalls.call(context({ extension: '210' }), filter)).results;
			expect((await find('5551')).map(({ value }) => value)).toEqual([ids[0]]);
			expect(await find('ON CALL')).toHaveLength(2);
			expect(await find('nobody')).toEqual([]);
		});

		test('no call in progress', async () => {
			expect((await searchPhoneCalls.call(context({ extension: '210' }))).results).toEqual([]);
		});

		test('what is missing is said in words', async () => {
			await expect(searchPhoneCalls.call(context({ extension: '' }))).rejects.toThrow(
				'Extension is empty',
			);
			expect(sent()).toEqual([]);
			await expect(searchPhoneCalls.call(context({ extension: '210' }, 'wrong'))).rejects.toThrow(
				'VoipNow refused the access token',
			);
			expect(sent()).toHaveLength(1);
		});
	});
});
