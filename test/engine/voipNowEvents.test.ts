import type { INodeParameters } from 'n8n-workflow';

import { searchPhoneCallEvents, searchQueueAgents } from '../../nodes/VoipNow/methods/listSearch';
import { type Sandbox, startSandbox } from '../../sandbox';
import { editorContext } from './editorContext';
import { byId, eventUpdate } from './given';
import { run } from './run';

const EVENT_ID = 'NqeyDRqo4FtabmFj8gNWq3hsiGNYyq';
const phone = { userId: '@me', extension: '0003*210' };

function on(operation: string, more: object): INodeParameters {
	return { resource: 'phoneCallEvent', operation, ...phone, ...more };
}

const create = on('create', {
	eventType: '3',
	method: '1',
	url: 'https://example.com/calls',
	status: '0',
	additionalFields: { note: 'For the CRM' },
});

/** An expression: n8n itself refuses a fixed value that is empty or has another shape. */
function computed(value: string): string {
	return `={{ ${JSON.stringify(value)} }}`;
}

const NOTHING = computed('');

describe('phone call events', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const send = async (parameters: INodeParameters) =>
		await run({ node: 'voipNow', parameters, url: sandbox.url });
	const requests = () => sandbox.journal.entries().map(({ method, url }) => `${method} ${url}`);
	const path = '/uapi/extensions/@me/0003*210/phoneCallEvents';

	test('a new event: all of it, with numbers as numbers', async () => {
		const { main, error } = await send(create);
		expect(error).toBeUndefined();
		expect(main).toHaveLength(1);
		expect(main[0].json).toMatchObject({
			id: expect.stringMatching(/^[A-Za-z0-9]{30}$/),
			type: 3,
			method: 1,
			status: 0,
			note: 'For the CRM',
			url: 'https://example.com/calls',
			modified: expect.any(String),
		});
		expect(sandbox.state.events.get(main[0].json.id)).toMatchObject({ type: '3', status: '0' });
	});

	test('a response with the ID alone is completed with what was sent', async () => {
		sandbox.settings.voipNowEventResponse = 'id';
		const { main } = await send(create);
		expect(main[0].json).toEqual({
			id: expect.stringMatching(/^[A-Za-z0-9]{30}$/),
			type: 3,
			typeName: 'Answer on Incoming Call',
			method: 1,
			methodName: 'POST',
			status: 0,
			statusName: 'Disabled',
			note: 'For the CRM',
			url: 'https://example.com/calls',
		});
	});

	describe('codes in words', () => {
		const names = { typeName: 'Dial-In', methodName: 'GET', statusName: 'Disabled' };
		const one = { eventType: '0', eventId: byId(EVENT_ID) };
		const all = { returnAll: true, filters: { eventType: '0' } };
		test.each([
			['get', one, names],
			['getAll', all, names],
			['update', { ...one, updateFields: { status: '1' } }, { ...names, statusName: 'Enabled' }],
		])('%s', async (operation, more, expected) => {
			const [{ json }] = (await send(on(operation, more))).main;
			expect(json).toMatchObject({ type: 0, method: 0, ...expected });
			expect(json).not.toHaveProperty('links');
			const [whole] = (await send(on(operation, { ...more, simplify: false }))).main;
			expect(whole.json).toHaveProperty('links');
			expect(whole.json).not.toHaveProperty('typeName');
		});

		test('a code nobody knows comes through', async () => {
			const body = JSON.stringify({ entry: [{ id: 'x', type: '9', status: 'new' }] });
			sandbox.faults.add({ kind: 'body', status: 200, body });
			const [{ json }] = (await send(on('getAll', { returnAll: true }))).main;
			expect(json).toEqual({ id: 'x', type: 9, typeName: 9, status: 'new', statusName: 'new' });
		});

		test('chosen fields are all there', async () => {
			const filters = { fields: ['id', 'links', 'status'] };
			const { main } = await send(on('getAll', { returnAll: true, filters }));
			expect(main).not.toHaveLength(0);
			for (const { json } of main) {
				expect(Object.keys(json).sort()).toEqual(['id', 'links', 'status', 'statusName']);
			}
		});
	});

	test('a response without a body gives what was sent', async () => {
		sandbox.settings.voipNowResponse = 'none';
		const { main } = await send(create);
		expect(main[0].json).toMatchObject({ success: true, type: 3, note: 'For the CRM' });
		expect(main[0].json).not.toHaveProperty('id');
	});

	test.each([404, 501])('a system that wants the type in the path, %i', async (status) => {
		sandbox.settings.voipNowEventCreatePath = 'both';
		sandbox.faults.add({ kind: 'status', status, method: 'POST', path, times: 1 });
		const { main, error } = await send(create);
		expect(error).toBeUndefined();
		expect(requests()).toEqual([`POST ${path}`, `POST ${path}/3`]);
		expect(main[0].json).toMatchObject({ type: 3, url: 'https://example.com/calls' });
		expect([...sandbox.state.events.values()]).toHaveLength(3);
	});

	test('the type in the path is tried once, and what it says stands', async () => {
		sandbox.faults.add({ kind: 'status', status: 501, method: 'POST', times: 10 });
		const { error } = await send(create);
		expect(requests()).toEqual([`POST ${path}`, `POST ${path}/3`]);
		expect(error?.httpCode).toBe('501');
	});

	test.each([400, 500, 503])('%i is no reason to try the other form', async (status) => {
		sandbox.faults.add({ kind: 'status', status, method: 'POST', times: 10 });
		const { error } = await send(create);
		expect(requests()).toEqual([`POST ${path}`]);
		expect(error?.httpCode).toBe(String(status));
	});

	test.each(['', 'example.com/calls', 'ftp://example.com', 'http://a b', 'javascript:alert(1)'])(
		'an event is not created with the URL %j',
		async (url) => {
			const { error } = await send({ ...create, url: computed(url) });
			expect(error?.message).toMatch(/^URL is (empty|not valid)/);
			expect(requests()).toEqual([]);
		},
	);

	describe('the ID', () => {
		test.each([
			['a bare text, as older workflows have it', EVENT_ID],
			['by ID', byId(EVENT_ID)],
			['from the list', { __rl: true, mode: 'list', value: EVENT_ID, cachedResultName: 'x' }],
		])('%s', async (_how, eventId) => {
			const { main, error } = await send({ ...eventUpdate, eventId });
			expect(error).toBeUndefined();
			expect(main[0].json).toMatchObject({ id: EVENT_ID, type: 0, status: 1 });
			expect(requests()).toEqual([`PUT ${path}/0/${EVENT_ID}`]);
		});

		test.each(['', '..', 'a/b', 'a b', '%2e', '../../x', 'ü'])('%j is refused', async (value) => {
			for (const operation of ['get', 'update', 'delete']) {
				for (const eventId of [computed(value), byId(computed(value))]) {
					const updateFields = { status: '1' };
					const { error } = await send(
						on(operation, { eventType: '0', eventId, updateFields, deleteWhat: 'one' }),
					);
					expect(error?.message).toMatch(/^Event ID is (empty|not valid)/);
				}
			}
			expect(requests()).toEqual([]);
		});

		test('one that does not exist', async () => {
			const { error } = await send(on('get', { eventType: '0', eventId: byId('nothing') }));
			expect(error?.message).toContain('Event ID');
		});
	});

	test('one event, out of the collection it comes in', async () => {
		const { main } = await send(on('get', { eventType: '0', eventId: byId(EVENT_ID) }));
		expect(main.map(({ json }) => json)).toEqual([
			expect.objectContaining({ id: EVENT_ID, type: 0, method: 0, status: 0 }),
		]);
	});

	test('an update without a body gives what was sent, with the address of the event', async () => {
		sandbox.settings.eventUpdateResponse = 204;
		const { main } = await send(eventUpdate);
		expect(main[0].json).toMatchObject({ success: true, type: 0, id: EVENT_ID, status: 1 });
	});

	describe('delete', () => {
		const third = () => {
			const events = sandbox.state.eventsOfExtension.get('0003*210')!;
			const [event] = sandbox.state.events.values();
			sandbox.state.events.set('third', { ...event, id: 'third' });
			events.add('third');
		};
		const left = () => [...sandbox.state.events.keys()];

		test('one event', async () => {
			third();
			const { main } = await send(
				on('delete', { deleteWhat: 'one', eventType: '0', eventId: byId(EVENT_ID) }),
			);
			expect(left()).toHaveLength(2);
			expect(main.map(({ json }) => json)).toEqual([
				expect.objectContaining({ deleted: true, id: EVENT_ID, type: 0 }),
			]);
		});

		test('all of one type, one item each', async () => {
			third();
			const { main } = await send(on('delete', { deleteWhat: 'allOfType', eventType: '0' }));
			expect(left()).toEqual(['b7XkPw2sVt9RzLq4HcYm1JdGf6NaEu']);
			expect(main.map(({ json }) => json.id).sort()).toEqual([EVENT_ID, 'third'].sort());
			expect(main.every(({ json }) => json.deleted)).toBe(true);
		});

		test('all of the extension', async () => {
			third();
			const { main } = await send(on('delete', { deleteWhat: 'allOfExtension' }));
			expect(left()).toEqual([]);
			expect(main).toHaveLength(3);
		});

		test('none left is a success', async () => {
			const { main } = await send(on('delete', { deleteWhat: 'allOfType', eventType: '4' }));
			expect(main.map(({ json }) => json)).toEqual([{ deleted: true }]);
			expect(left()).toHaveLength(2);
		});

		test.each([
			['one without an ID', { deleteWhat: 'one', eventType: '0', eventId: byId(NOTHING) }],
			['one without a type', { deleteWhat: 'one', eventType: NOTHING, eventId: byId(EVENT_ID) }],
			['all of a type without a type', { deleteWhat: 'allOfType', eventType: NOTHING }],
			['an empty choice', { deleteWhat: NOTHING, eventType: '0', eventId: byId(EVENT_ID) }],
			['a choice that does not exist', { deleteWhat: 'constructor' }],
		])('never more than was chosen: %s', async (_name, more) => {
			const { error } = await send(on('delete', more));
			expect(error?.message).toMatch(/^(Event ID|Event Type|Delete What) is /);
			expect(requests()).toEqual([]);
			expect(left()).toHaveLength(2);
		});
	});

	describe('from the list', () => {
		const inEditor = (parameters: INodeParameters) =>
			editorContext({
				node: 'voipNow',
				parameters: { authentication: 'accessToken', ...parameters },
				url: sandbox.url,
			});

		test('events of the type: what sets them off, their address, on or off', async () => {
			const context = inEditor(on('get', { eventType: '0', eventId: byId('') }));
			const { results } = await searchPhoneCallEvents.call(context);
			expect(results).toEqual([
				{ name: 'Dial-In: http://crm.example.com/incoming-call (Disabled)', value: EVENT_ID },
			]);
			expect((await searchPhoneCallEvents.call(context, 'nowhere')).results).toEqual([]);
			expect((await searchPhoneCallEvents.call(context, 'CRM')).results).toHaveLength(1);
		});

		test('none, and an extension that is not filled in yet', async () => {
			const none = inEditor(on('get', { eventType: '4' }));
			expect((await searchPhoneCallEvents.call(none)).results).toEqual([]);
			const empty = inEditor(on('get', { eventType: '0', extension: '' }));
			await expect(searchPhoneCallEvents.call(empty)).rejects.toThrow('Extension is empty');
		});

		test.each(['collection', 'array'] as const)('agents of the queue, %s', async (form) => {
			sandbox.settings.voipNowQueueList = form;
			const context = inEditor({ resource: 'queueAgent', userId: '@me', extension: '0003*220' });
			sandbox.state.agents.get('0003*220 0003*212')!.identifier = '7';
			const { results } = await searchQueueAgents.call(context);
			expect(results.sort((a, b) => a.name.localeCompare(b.name))).toEqual([
				{ name: '+4917012345901 (Logged Out)', value: '901' },
				{ name: '0003*210 (Online)', value: '0003*210' },
				{ name: '0003*212 (Paused)', value: '0003*212' },
			]);
		});
	});
});
