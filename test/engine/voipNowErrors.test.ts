import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeParameters } from 'n8n-workflow';
import { parse } from 'yaml';

import { type Sandbox, startSandbox } from '../../sandbox';
import { byId, eventUpdate } from './given';
import { run } from './run';

interface Contract {
	components: {
		schemas: { Error: { properties: { error: { properties: { code: { enum: string[] } } } } } };
	};
}

const contract = parse(
	readFileSync(join(__dirname, '../../sandbox/openapi/voipnow.yaml'), 'utf8'),
) as Contract;
const { enum: codes } = contract.components.schemas.Error.properties.error.properties.code;

/** Only for requests about calls in progress. */
const OF_CALLS = /^pc_/;

describe('what VoipNow refuses, in words', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const refused = async (
		status: number,
		body: unknown,
		parameters: INodeParameters = eventUpdate,
	) => {
		sandbox.faults.add({ kind: 'status', status, body: JSON.stringify(body), times: 10 });
		const { error } = await run({ node: 'voipNow', parameters, url: sandbox.url });
		return { message: String(error?.message), description: String(error?.description) };
	};

	test.each(codes.filter((code) => !OF_CALLS.test(code)))(
		'%s: what it is, what VoipNow says, and what to do next',
		async (code) => {
			const status = code === 'request_not_implemented' ? 501 : 400;
			const { message, description } = await refused(status, { error: { code, message: 'Why.' } });
			expect(message).toMatch(/^VoipNow .+: Why\.$/);
			expect(message).not.toContain(`HTTP ${status}`);
			expect(description.length).toBeGreaterThan(20);
			expect(description).not.toContain('Check the parameters of this node');
		},
	);

	test.each(['access_denided', 'pcet_type_invalid'])('the spelling %s', async (code) => {
		const { message } = await refused(400, { error: { code, message: '' } });
		expect(message).toMatch(/the (access token|Event Type)$/);
	});

	test('the shape of the token endpoint, where the code is a text', async () => {
		const { message, description } = await refused(400, { error: 'invalid_client' });
		expect(message).toBe('VoipNow refused the app');
		expect(description).toContain('App Secret');
	});

	test.each(['__proto__', 'constructor', 'toString', 'unheard_of'])(
		'a code nobody knows: %s',
		async (code) => {
			const { message, description } = await refused(400, { error: { code, message: 'Why.' } });
			expect(message).toContain('(HTTP 400): Why.');
			expect(description).toContain('Check the parameters of this node');
		},
	);

	const at = { userId: '@me', extension: '0003*210' };

	test('a status belongs to what was set', async () => {
		const body = { error: { code: 'status_invalid' } };
		expect((await refused(400, body)).description).toContain('Enabled (1)');
		const agent = { resource: 'queueAgent', operation: 'update', agent: byId('0003*210') };
		const ofAgent = await refused(400, body, { ...agent, ...at, status: '1' });
		expect(ofAgent.description).toContain('Paused (2)');
	});

	test('call reports know no @owner', async () => {
		const body = { error: { code: 'user_invalid' } };
		const ofCalls = await refused(400, body, {
			...{ resource: 'cdr', operation: 'getAll', userId: '12' },
		});
		expect(ofCalls.description).toContain('@me');
		expect(ofCalls.description).not.toContain('@owner');
		expect((await refused(400, body)).description).toContain('@owner');
	});

	test.each([
		[404, 'Check Host'],
		[409, 'its limits'],
		[413, 'smaller files'],
		[429, 'Concurrency'],
	])('status %i without a code', async (status, says) => {
		const { message, description } = await refused(status, {});
		expect(message).toMatch(new RegExp(`VoipNow.*\\(HTTP ${status}\\)$`));
		expect(message).not.toContain('did not accept PUT');
		expect(description).toContain(says);
	});

	test.each([
		[{ resource: 'presence', operation: 'getAll', ...at }, 'phone terminal; "@self" stands'],
		[{ resource: 'queueAgent', operation: 'getAll', ...at }, 'is a queue'],
		[{ resource: 'phoneCallEvent', operation: 'getAll', ...at }, 'can have call events'],
	])('an extension that does not fit: what %j asks of it', async (parameters, says) => {
		const { description } = await refused(
			400,
			{ error: { code: 'extension_invalid' } },
			parameters,
		);
		expect(description).toContain(says);
	});
});
