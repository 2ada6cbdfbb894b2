import type { IDataObject } from 'n8n-workflow';

import clickToCall from '../../examples/click-to-call.json';
import { type Sandbox, startSandbox } from '../../sandbox';
import { byId } from './given';
import type { Given } from './run';
import { runOnPhoneCalls } from './voipNowGiven';
import { CALL_ID, voipNowPhoneCalls } from './voipNowPhoneCalls';

/** What becomes of the values a user gives. */
describe('phone calls: input', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const call = async (operation: string, more?: object, given?: Partial<Given>) =>
		await runOnPhoneCalls(sandbox, operation, more, given);

	const sent = () => sandbox.journal.entries();

	describe('what is sent', () => {
		test.each(voipNowPhoneCalls.filter(({ method }) => method === 'POST' || method === 'PUT'))(
			'$parameters.operation: optional fields left out are not on the wire',
			async ({ parameters, method, body }) => {
				const phoneCallView = [
					{ id: '00', extension: '0003*210', source: ['0003*210'], destination: ['15551'] },
					{ id: '01', extension: '15551', source: ['0003*210'], destination: ['15551'] },
				].map((view) => ({ ...view, status: 5, parked: view.id === '01' ? 'now' : undefined }));
				const response = JSON.stringify({ entry: [{ id: CALL_ID, phoneCallView }] });
				sandbox.faults.add({ method: 'GET', kind: 'body', status: 200, body: response });
				await call('', { ...parameters, additionalFields: {} });

				const request = sent().find((entry) => entry.method === method)!;
				expect(request.query).toBe('');
				const { action, sendCallTo } = body as IDataObject;
				if (method === 'POST') {
					const [view] = (request.json as { phoneCallView: object[] }).phoneCallView;
					expect(Object.keys(view).sort()).toEqual(['destination', 'source']);
					return;
				}
				const picked = {
					Park: { phoneCallViewId: '01' },
					UnPark: { phoneCallViewId: '01' },
					Transfer: { transferFromNumber: '0003*210' },
					TransferToVoicemail: { transferNumber: '15551' },
				};
				expect(request.json).toEqual({
					action,
					...(sendCallTo ? { sendCallTo } : {}),
					...(picked[action as keyof typeof picked] ?? { phoneCallViewId: '00' }),
				});
			},
		);

		test.each([{ source: [] }, { callDuration: '' }])(
			'%j was added but is empty: refused',
			async (additionalFields) => {
				const { errors } = await call('make', { destination: '+15551234567', additionalFields });
				expect(errors[0].json.error).toContain('is empty');
				expect(sent()).toEqual([]);
			},
		);

		test('the extension rings first when no source is given, and nothing else is sent', async () => {
			await call('make', {
				destination: ' +1 (555)/123-45.6–7 ',
				additionalFields: { allowPublicTransfer: false, video: false },
			});
			expect(sent()[0].query).toBe('');
			expect(sent()[0].json).toEqual({
				extension: '0003*210',
				phoneCallView: [{ source: ['0003*210'], destination: ['+15551234567'] }],
				nonce: expect.stringMatching(/^n8n-/),
			});
		});

		test('several sources, tidied, without those left empty', async () => {
			const source = ['0003*210', '', '+49 (30) 123-45'];
			await call('make', { destination: '0003*212', additionalFields: { source } });
			expect(sent()[0].json).toMatchObject({
				phoneCallView: [{ source: ['0003*210', '+493012345'] }],
			});
		});

		test('a caller ID is tidied', async () => {
			const callerId = 'Zoë Müller 2<+49 30 123-45>';
			await call('make', { destination: '0003*212', additionalFields: { callerId } });
			expect(sent()[0].json).toMatchObject({
				phoneCallView: [{ callerId: 'Zoë Müller 2 <+493012345>' }],
			});
		});

		test.each([
			['Anna Becker', 'Anna Becker'],
			["Conan O'Brien", 'Conan O Brien'],
			['Anna-Maria Müller', 'Anna Maria Müller'],
			['Dr. Who', 'Dr Who'],
			['<>', 'CRM'],
		])('the example for a CRM takes the name %j', async (name, shownName) => {
			const { nodes } = clickToCall as { nodes: Array<{ name: string; parameters: IDataObject }> };
			const { parameters } = nodes.find((node) => node.name === 'Call')!;
			const { errors } = await call(
				'make',
				{ ...parameters, authentication: 'accessToken' },
				{ items: [{ name, phone: '+49 30 23125 042', extension: '0003*210' }] },
			);
			expect(errors).toEqual([]);
			expect(sent()[0].json).toMatchObject({
				phoneCallView: [{ callerId: `${shownName} <+493023125042>` }],
			});
		});

		test.each(['@me', '@owner', '12', '0241'])(
			'user %s and "*" go raw into the path',
			async (userId) => {
				await call('get', { userId, phoneCallId: byId(CALL_ID) });
				await call('getAll', { userId, extension: '@self', returnAll: true });
				expect(sent().map(({ url }) => url)).toEqual([
					`/uapi/phoneCalls/${userId}/0003*210/${CALL_ID}`,
					`/uapi/phoneCalls/${userId}/@self?count=4999`,
				]);
			},
		);

		test('a call ID of the list mode, and a bare one of an older workflow', async () => {
			const inList = { __rl: true, mode: 'list', value: CALL_ID, cachedResultName: 'a → b' };
			await call('get', { phoneCallId: inList });
			await call('get', { phoneCallId: CALL_ID });
			expect(new Set(sent().map(({ path }) => path)).size).toBe(1);
			expect(sent()).toHaveLength(2);
		});
	});

	describe('bad values: the field is named and nothing is sent', () => {
		const destination = '15551234567';
		const sendCallTo = '0003*212';
		const phoneCallId = byId(CALL_ID);
		const bad = [
			'..',
			'*',
			'+*',
			'../',
			'a/b',
			'%2e%2e',
			'📞',
			'abc',
			'1;2',
			'++1',
			'1+2',
			'0003*210\n/x',
			'@self',
		];

		const fields = [
			{
				field: 'Destination',
				operation: 'make',
				given: (value: unknown) => ({ destination: value }),
			},
			{
				field: 'Extension',
				operation: 'make',
				given: (value: unknown) => ({ destination, extension: value }),
			},
			{
				field: 'Source',
				operation: 'make',
				given: (value: unknown) => ({ destination, additionalFields: { source: [value] } }),
			},
			{
				field: 'Source',
				operation: 'makeCallback',
				given: (value: unknown) => ({ destination, source: value }),
			},
			{
				field: 'Caller ID',
				operation: 'make',
				given: (value: unknown) => ({ destination, additionalFields: { callerId: value } }),
			},
			{
				field: 'Call Duration',
				operation: 'make',
				given: (value: unknown) => ({ destination, additionalFields: { callDuration: value } }),
			},
			{
				field: 'Conference Number',
				operation: 'inviteToConference',
				given: (value: unknown) => ({ destination, additionalFields: { number: value } }),
			},
			{
				field: 'Send Call To',
				operation: 'unpark',
				given: (value: unknown) => ({ phoneCallId, sendCallTo: value }),
			},
			{
				field: 'Call View ID',
				operation: 'hold',
				given: (value: unknown) => ({ phoneCallId, additionalFields: { phoneCallViewId: value } }),
			},
			{
				field: 'Transfer From Number',
				operation: 'transfer',
				given: (value: unknown) => ({
					phoneCallId,
					sendCallTo,
					additionalFields: { transferFromNumber: value },
				}),
			},
			{
				field: 'Phone Number',
				operation: 'hangUp',
				given: (value: unknown) => ({
					phoneCallId,
					hangUp: 'oneCall',
					additionalFields: { phoneNumber: value },
				}),
			},
		];

		/** As expressions: n8n checks some fixed values itself before it starts the workflow. */
		test.each(fields)('$field of $operation', async ({ field, operation, given }) => {
			// An ID may consist of letters.
			const values = field === 'Call View ID' ? bad.filter((value) => value !== 'abc') : bad;
			const { errors, pairedErrors } = await call(operation, given('={{ $json.value }}'), {
				items: values.map((value) => ({ value })),
			});
			expect(pairedErrors).toEqual(values.map((_value, index) => index));
			for (const { json } of errors) {
				expect(json.error).toMatch(
					new RegExp(`^${field} (is not valid: |is empty|holds more than one)`),
				);
				expect((json.details as IDataObject).description).toContain('Nothing was sent.');
			}
			expect(sent()).toEqual([]);
		});

		test.each([
			{ operation: 'make', given: { destination: '={{ "" }}' }, says: 'Destination is empty' },
			{
				operation: 'make',
				given: { destination, extension: '={{ "" }}' },
				says: 'Extension is empty',
			},
			{
				operation: 'makeCallback',
				given: { destination, source: '={{ "" }}' },
				says: 'Source is empty',
			},
			{
				operation: 'pickUp',
				given: { phoneCallId, sendCallTo: '={{ "" }}' },
				says: 'Send Call To is empty',
			},
			{ operation: 'hold', given: { phoneCallId: byId('={{ "" }}') }, says: 'Phone Call is empty' },
			{
				operation: 'hangUp',
				given: { phoneCallId: byId('={{ "" }}') },
				says: 'Phone Call is empty',
			},
			{
				operation: 'park',
				given: { phoneCallId, additionalFields: { maxInParking: '={{ 9 }}' } },
				says: 'Max in Parking is not valid: 9',
			},
			{
				operation: 'hold',
				given: { phoneCallId: byId('={{ "a/../b" }}') },
				says: 'Phone Call is not valid: "a/../b"',
			},
		])('$says ($operation)', async ({ operation, given, says }) => {
			const { errors } = await call(operation, given);
			expect(errors.map(({ json }) => json.error)).toEqual([says]);
			expect(sent()).toEqual([]);
		});
	});
});
