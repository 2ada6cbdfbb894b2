import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { runAsTool } from './asTool';
import { bulkCancel, byId, phoneCreateBatch, phoneUpdate, smsBatchCancel } from './given';
import { lox24Operations } from './lox24Operations';
import { NODES } from './run';
import { voipNowOperations } from './voipNowOperations';
import { voipNowPhoneCalls } from './voipNowPhoneCalls';

/** The fields that an operation requires, as the editor shows them. */
function requiredFields(
	{ resource, operation }: INodeParameters,
	node: keyof typeof NODES = 'lox24',
): INodeProperties[] {
	return NODES[node].description.properties.filter(({ required, displayOptions }) => {
		const { show = {} } = displayOptions ?? {};
		return (
			required &&
			show.resource?.includes(String(resource)) &&
			show.operation?.includes(String(operation))
		);
	});
}

/** Puts `$fromAI` where a value stands, as the button in the editor does. */
function filledByModel(parameters: INodeParameters, node?: keyof typeof NODES) {
	const args: IDataObject = {};
	const placeholder = (name: string, value: unknown) => {
		args[name] = value as IDataObject[string];
		const type = typeof value === 'object' ? 'json' : typeof value;
		return `={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`\`, '${type}') }}`;
	};
	const fill = (name: string, value: unknown): unknown => {
		if (Array.isArray(value) && typeof value[0] !== 'object') return placeholder(name, value);
		if (Array.isArray(value)) return value.map((one, index) => fill(`${name}_${index}`, one));
		if (typeof value !== 'object' || value === null) return placeholder(name, value);
		const { __rl: isLocator } = value as { __rl?: boolean };
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [
				key,
				isLocator && key !== 'value' ? inner : fill(`${name}_${key}`, inner),
			]),
		);
	};
	const names = requiredFields(parameters, node).map(({ name }) => name);
	const filled = Object.fromEntries(
		Object.entries(parameters).map(([name, value]) => [
			name,
			names.includes(name) ? fill(name, value) : value,
		]),
	);
	return { parameters: filled as INodeParameters, args };
}

describe('a tool of an AI agent: the model fills in what is required', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	/** The first request; a list may have asked for more. */
	const request = () => {
		const [entry] = sandbox.journal.entries();
		return { method: entry.method, url: decodeURIComponent(entry.url), body: entry.json };
	};

	const withRequired = lox24Operations.filter(
		({ parameters }) => requiredFields(parameters).length > 0,
	);

	test('most operations require something', () => {
		expect(withRequired.length).toBeGreaterThan(35);
	});

	test.each(withRequired)('$id: the same request as by hand', async (operation) => {
		const { parameters, args } = filledByModel(operation.parameters);
		expect(Object.keys(args).length).toBeGreaterThan(0);
		// A 404 of the sandbox is as good as anything: it has answered this request.
		await runAsTool({ parameters, args, url: sandbox.url }).catch(() => undefined);
		const { method, url, body } = operation;
		expect(request()).toEqual({ method, url, body });
	});

	// The files of a fax come with the input, which a tool does not have.
	test.each([...voipNowOperations, ...voipNowPhoneCalls].filter(({ form }) => !form))(
		'VoipNow, $id $parameters.operation: the same request as by hand',
		async (operation) => {
			const { parameters, args } = filledByModel(operation.parameters, 'voipNow');
			expect(Object.keys(args).length).toBeGreaterThan(0);
			const given = { node: 'voipNow' as const, parameters, args, url: sandbox.url };
			await runAsTool(given).catch(() => undefined);
			const { id, method, url, body } = operation;
			// What was found out before, such as the party of a call, does not count.
			const sent = sandbox.journal.entries().find(({ operationId }) => operationId === id)!;
			expect({ method: sent.method, url: decodeURIComponent(sent.url), body: sent.json }).toEqual({
				method,
				url,
				body,
			});
		},
	);

	test.each([
		{ name: 'phone: update', given: phoneUpdate, url: '/phones/12344' },
		{
			name: 'bulk: cancel',
			given: bulkCancel,
			url: '/bulks/da0fa78c-4699-11ea-a637-96000028b339/cancel',
		},
		{
			name: 'phone: createBatch',
			given: phoneCreateBatch,
			url: '/groups/7116/phones/batch',
		},
	])('$name', async ({ given, url }) => {
		const { parameters, args } = filledByModel(given);
		await runAsTool({ parameters, args, url: sandbox.url });
		expect(request().url).toBe(url);
		expect(sandbox.journal.entries()[0].status).toBeLessThan(300);
	});

	test('filters, which none is required of, take it as well', async () => {
		const text = "={{ $fromAI('text', '', 'string') }}";
		const parameters = { ...smsBatchCancel, filters: { text } };
		await runAsTool({ parameters, args: { text: 'Test' }, url: sandbox.url });
		expect(request().url).toBe('/sms/ops/batch_cancel?text=Test');
	});

	test('the columns of a batch of phones', async () => {
		const column = (name: string) => `={{ $fromAI('${name}', '', 'string') }}`;
		const parameters = {
			...phoneCreateBatch,
			phonesFrom: 'items',
			columns: {
				mappingMode: 'defineBelow',
				value: { phone: column('phone'), a: column('title') },
				schema: [],
			},
		};
		await runAsTool({ parameters, args: { phone: '+491', title: 'Ms.' }, url: sandbox.url });
		expect(request().body).toEqual([{ phone: '+491', a: 'Ms.' }]);
	});

	test('phone: createBatch by an agent before version 3', async () => {
		const given = { parameters: phoneCreateBatch, args: {}, url: sandbox.url };
		const response = await runAsTool({ ...given, agent: 'itself' });
		expect(JSON.parse(response)).toMatchObject([{ success: true }, { success: true }]);
		expect(sandbox.journal.entries()).toHaveLength(1);
	});

	test('an older agent with several items calls its tool twice: two messages, each with an ID of its own', async () => {
		await runAsTool({
			parameters: {
				resource: 'sms',
				operation: 'send',
				senderId: 'MyShop',
				phone: "={{ $fromAI('phone', '', 'string') }}",
				text: 'Hello',
			},
			args: { phone: '+4915112345678' },
			furtherArgs: [{ phone: '+4915112345679' }],
			inputs: 3,
			url: sandbox.url,
			agent: 'itself',
		});

		const bodies = sandbox.journal.entries().map(({ json }) => json as IDataObject);
		expect(bodies.map(({ phone }) => phone)).toEqual(['+4915112345678', '+4915112345679']);
		expect(new Set(bodies.map((body) => body.callback_data)).size).toBe(2);
	});

	describe.each(['engine', 'itself'] as const)('an agent that runs it by: %s', (agent) => {
		const send = (phone: string) => ({
			parameters: {
				resource: 'sms',
				operation: 'send',
				senderId: 'MyShop',
				phone: "={{ $fromAI('phone', 'Number of the recipient', 'string') }}",
				text: "={{ $fromAI('text', '', 'string') }}",
			},
			args: { phone, text: 'Hello' },
			url: sandbox.url,
			agent,
		});

		test('sms: send', async () => {
			const response = await runAsTool(send('+4915112345678'));
			expect(request().body).toMatchObject({ phone: '+4915112345678', text: 'Hello' });
			expect(response).toContain('"phone":"+4915112345678"');
			expect(response).toContain('"uuid"');
		});

		test('sms: send with a number that is none: the model reads which', async () => {
			const told = await runAsTool(send('0151')).catch((error: Error) => error.message);
			// One whole sentence: what, which value, what to do.
			expect(told).toContain('Phone Number has no country code');
			expect(told).toContain('0151');
			expect(told).toContain('Write it with + and the code');
			expect(sandbox.journal.entries()).toEqual([]);
		});

		test('group: get', async () => {
			const groupId = byId("={{ $fromAI('group', '', 'string') }}");
			const response = await runAsTool({
				parameters: { resource: 'group', operation: 'get', groupId },
				args: { group: '7116' },
				url: sandbox.url,
				agent,
			});
			expect(request().url).toBe('/groups/7116');
			expect(response).toContain('Newsletter');
		});

		test('phone: update', async () => {
			const response = await runAsTool({
				parameters: {
					resource: 'phone',
					operation: 'update',
					phoneId: byId("={{ $fromAI('id', '', 'number') }}"),
					phone: "={{ $fromAI('number', '', 'string') }}",
					updateFields: { a: "={{ $fromAI('title', '', 'string') }}" },
				},
				args: { id: 12344, number: '+491', title: 'Dr.' },
				url: sandbox.url,
				agent,
			});
			expect(request()).toEqual({
				method: 'PUT',
				url: '/phones/12344',
				body: { phone: '+491', a: 'Dr.' },
			});
			expect(response).toContain('"phone":"+491"');
		});

		test('bulk: create', async () => {
			await runAsTool({
				parameters: {
					resource: 'bulk',
					operation: 'create',
					recipientsFrom: 'items',
					phone: "={{ $fromAI('phone', '', 'string') }}",
					senderId: 'MyShop',
					text: "={{ $fromAI('text', '', 'string') }}",
				},
				args: { phone: '0049 1511', text: 'Hello' },
				url: sandbox.url,
				agent,
			});
			expect(request().body).toEqual({ phones: ['+491511'], sender_id: 'MyShop', text: 'Hello' });
		});
	});
});

test('no field that is required keeps expressions out, apart from the mapper of columns', () => {
	const properties = Object.values(NODES).flatMap(({ description }) => description.properties);
	const closed = properties.filter(
		({ name, required, type, noDataExpression }) =>
			noDataExpression &&
			(required || type === 'resourceLocator') &&
			!['resource', 'operation'].includes(name),
	);
	expect(closed.map(({ name, type }) => ({ name, type }))).toEqual([
		{ name: 'columns', type: 'resourceMapper' },
	]);
});
