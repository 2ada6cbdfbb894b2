import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { sentence } from '../../nodes/shared/response/failure';
import { type Sandbox, startSandbox } from '../../sandbox';
import type { Fault } from '../../sandbox/server/faults';
import { runAsTool } from './asTool';
import { byId } from './given';
import type { NODES } from './run';
import { run } from './run';

interface Case {
	title: string;
	node?: keyof typeof NODES;
	parameters: INodeParameters;
	fault?: Fault;
}

const sms = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'sms',
	operation: 'send',
	phone: '+4915112345678',
	senderId: 'MyShop',
	text: 'Hello',
	...more,
});

const code = {
	resource: 'verifyCode',
	operation: 'create',
	phone: '+4915112345678',
	routingStrategy: { steps: [{ channel: 'sms', senderId: 'MyShop', template: '' }] },
};

const event = { resource: 'phoneCallEvent', userId: '@me', extension: '0003*210' };

const REFUSED: Case[] = [
	{ title: 'a number without country code', parameters: sms({ phone: '0151' }) },
	{ title: 'a number that is none', parameters: sms({ phone: 'tomorrow' }) },
	{ title: 'an empty text', parameters: sms({ text: '={{ "" }}' }) },
	{ title: 'a text that is too long', parameters: sms({ text: 'ä'.repeat(2000) }) },
	{ title: 'a time in words', parameters: sms({ additionalFields: { deliveryAt: 'tomorrow' } }) },
	{ title: 'an unknown operation', parameters: sms({ operation: 'shout' }) },
	{
		title: 'everything at once',
		parameters: { resource: 'sms', operation: 'batchCancel', filters: {} },
	},
	{
		title: 'a payment nobody confirmed',
		parameters: { resource: 'payment', operation: 'create', netVal: 10, methodId: 1 },
	},
	{
		title: 'an unknown placeholder',
		parameters: {
			...{ resource: 'bulk', operation: 'create', recipientsFrom: 'list' },
			...{ phones: ['+4915112345678'], senderId: 'MyShop', text: 'Dear [Last nam]' },
		},
	},
	{
		title: 'a code that is too short',
		parameters: { ...code, additionalFields: { code: '1' } },
	},
	{
		title: 'an ID that is none',
		parameters: { resource: 'group', operation: 'get', groupId: byId('={{ "Newsletter" }}') },
	},
	{
		title: 'an address that is none',
		node: 'voipNow',
		parameters: {
			...{ ...event, operation: 'create', eventType: '0' },
			...{ method: '1', status: '1', url: 'my server' },
		},
	},
	{
		title: 'an update without a change',
		node: 'voipNow',
		parameters: {
			...event,
			operation: 'update',
			eventType: '0',
			eventId: byId('a'),
			updateFields: {},
		},
	},
	{
		title: 'a call for nobody',
		node: 'voipNow',
		parameters: {
			...{ resource: 'phoneCall', operation: 'make', userId: '@me' },
			...{ extension: '@self', destination: '+4930123' },
		},
	},
];

const status = (code: number): Case => ({
	title: `HTTP ${code}`,
	parameters: sms(),
	fault: { kind: 'status', status: code, times: 10 },
});

const FAILED: Case[] = [
	...[400, 401, 402, 403, 404, 409, 422, 429, 500, 503].map(status),
	{ title: 'a lost connection', parameters: code, fault: { kind: 'reset-before', times: 10 } },
	{
		title: 'a page of a proxy',
		parameters: code,
		fault: { kind: 'body', status: 200, body: '<html></html>', times: 10 },
	},
	{
		title: 'a list that breaks off',
		parameters: { resource: 'sms', operation: 'getAll' },
		fault: { kind: 'status', status: 500, times: 10 },
	},
];

/** Each request has an ID of its own. */
const withoutId = (text: unknown) => String(text).replace(/(request ID) \w+/, '$1');

describe('an AI agent reads the whole sentence that a person reads', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	const begin = ({ fault }: Case) => {
		sandbox.reset();
		if (fault) sandbox.faults.add(fault);
	};

	/** What was wrong, and what to do. */
	async function forPerson(given: Case) {
		begin(given);
		const { node = 'lox24', parameters } = given;
		const { error } = await run({ node, parameters, url: sandbox.url });
		return { message: error!.message, description: error!.description! };
	}

	const cases = [...REFUSED, ...FAILED].flatMap((one) =>
		(['engine', 'itself'] as const).map((agent) => ({ ...one, agent })),
	);

	test.each(cases)('$title (agent: $agent)', async ({ agent, ...given }) => {
		const told = await forPerson(given);
		expect(told.description).toMatch(/[.!?]$/);
		begin(given);
		const { node, parameters } = given;
		const read = await runAsTool({ node, parameters, args: {}, url: sandbox.url, agent });
		const [{ message }] = JSON.parse(read) as IDataObject[];
		expect(withoutId(message)).toBe(withoutId(sentence(told)));
		if (!given.fault) expect(sandbox.journal.entries()).toEqual([]);
	});

	test.each(['engine', 'itself'] as const)('a tool cannot wait (agent: %s)', async (agent) => {
		begin({ title: '', parameters: {} });
		const parameters = sms({ operation: 'sendAndWait', message: 'May I?' });
		const read = await runAsTool({ parameters, args: {}, url: sandbox.url, agent });
		const [{ message }] = JSON.parse(read) as IDataObject[];
		expect(message).toMatch(
			/^Send and Wait for Response cannot wait here\. It can in a workflow, .*\.$/,
		);
		expect(sandbox.journal.entries()).toEqual([]);
	});
});
