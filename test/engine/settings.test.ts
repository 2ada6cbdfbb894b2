import { systemClock } from '../../nodes/shared/send/clock';
import { type Sandbox, startSandbox } from '../../sandbox';
import { byId, phoneUpdate } from './given';
import { roundTrips } from './roundTrips';
import { type Given, NODES, run } from './run';

/** Milliseconds between two batches. */
const WAIT = 2000;

describe('what a user may get wrong around a request', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	test.each(["={{ 'abc' }}", '={{ undefined }}', -1, 0, 1.5])(
		'Limit %j is refused',
		async (limit) => {
			const { error } = await run({
				node: 'lox24',
				parameters: { resource: 'group', operation: 'getAll', returnAll: false, limit },
				url: sandbox.url,
			});
			expect(error?.message).toContain('Limit is not valid');
			expect(sandbox.journal.entries()).toEqual([]);
		},
	);

	test('Return All from an expression that gives the text "false" is not all', async () => {
		const { main } = await run({
			node: 'lox24',
			parameters: { resource: 'group', operation: 'getAll', returnAll: "={{ 'false' }}", limit: 1 },
			url: sandbox.url,
		});
		expect(main).toHaveLength(1);
	});

	const aMessage = { resource: 'sms', operation: 'send', senderId: 'MyShop', text: 'Hi' };
	const aBatch = { resource: 'phone', operation: 'createBatch', groupId: byId('7116') };
	const aBulk = { resource: 'bulk', operation: 'create', senderId: 'MyShop', text: 'Hi' };
	const anExport = { resource: 'group', operation: 'exportPhones', groupId: byId('7116') };
	const aReport = { resource: 'cdr', operation: 'getAll', authentication: 'accessToken' };

	test.each<[string, Given['node'], Given['parameters']]>([
		[
			'If the Outcome Is Unknown',
			'lox24',
			{ ...aMessage, phone: '+4915112345678', options: { ifUnknown: "={{ 'send again' }}" } },
		],
		['Output', 'lox24', { ...anExport, output: "={{ 'Items' }}" }],
		['Output', 'voipNow', { ...aReport, output: "={{ 'legs' }}", userId: '@me' }],
		['Phones From', 'lox24', { ...aBatch, phonesFrom: "={{ 'Input Items' }}" }],
		[
			'Recipients From',
			'lox24',
			{ ...aBulk, recipientsFrom: "={{ 'group' }}", groupIds: ['7116'] },
		],
	])('what is not on the list of %s decides nothing', async (label, node, parameters) => {
		const { error } = await run({ node, parameters, url: sandbox.url });
		expect(error?.message).toContain(`${label} is not valid`);
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test('a country that the option lacks matters only to numbers without a code', async () => {
		const options = { country: "={{ 'XX' }}" };
		const { error } = await run({
			node: 'lox24',
			parameters: { ...aMessage, phone: '+4915112345678', options },
			url: sandbox.url,
		});
		expect(error).toBeUndefined();
	});

	test('Request Options that LOX24 declares are those that n8n gives to VoipNow', () => {
		// Texts aside, all that makes a difference to a saved workflow.
		const stored = (value: unknown): unknown => {
			if (Array.isArray(value)) return value.map(stored);
			if (typeof value !== 'object' || value === null) return value;
			const entries = Object.entries(value).filter(
				([key]) => !['displayName', 'description', 'placeholder'].includes(key),
			);
			return Object.fromEntries(entries.map(([key, one]) => [key, stored(one)]));
		};
		const optionsOf = (node: 'lox24' | 'voipNow') => {
			const { properties } = NODES[node].description;
			return properties.filter(({ name }) => name === 'requestOptions').map(stored);
		};
		expect(optionsOf('lox24')).toHaveLength(1);
		expect(optionsOf('lox24')).toEqual(optionsOf('voipNow'));
	});

	test('a password in the address of a proxy or a service is not in the message', async () => {
		const { error } = await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, requestOptions: { proxy: 'user:secret@proxy:3128' } },
			url: sandbox.url,
		});
		expect(error?.message).toContain('Proxy is not valid');
		const { error: other } = await run({
			node: 'lox24',
			parameters: phoneUpdate,
			url: 'https://user:secret@api.lox24.eu',
		});
		expect(other?.message).toContain('Base URL');
		expect(`${error?.message} ${other?.message}`).not.toContain('secret');
	});

	test('a refused token ends the waits of batching as well', async () => {
		// A wait is over after the response, however slow the machine is.
		const waits = jest
			.spyOn(systemClock, 'sleep')
			.mockImplementation(async () => await roundTrips(sandbox));
		await run({
			node: 'lox24',
			parameters: {
				...phoneUpdate,
				requestOptions: { batching: { batch: { batchSize: 1, batchInterval: WAIT } } },
			},
			items: Array.from({ length: 30 }, () => ({})),
			url: sandbox.url,
			token: 'wrong',
			onError: 'continueRegularOutput',
		});
		const paused = waits.mock.calls.filter(([milliseconds]) => milliseconds === WAIT);
		waits.mockRestore();
		// One has begun before the response came.
		expect(paused.length).toBeLessThanOrEqual(1);
		expect(sandbox.journal.entries()).toHaveLength(1);
	});
});
