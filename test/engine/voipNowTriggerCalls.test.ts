import type { IWebhookFunctions } from 'n8n-workflow';

import { VoipNowTrigger } from '../../nodes/VoipNow/VoipNowTrigger.node';
import { webhookContext } from './triggerContexts';

const nodeType = new VoipNowTrigger();

type Request = Partial<ReturnType<IWebhookFunctions['getRequestObject']>>;

/** What VoipNow's request leads to: the item that starts the workflow, or what it gets back. */
async function receive(type: string, request: Request, parameters: object = {}) {
	const { context, sent } = webhookContext(
		{
			nodeType,
			url: '',
			parameters: { events: ['0', '2'], extensions: ['0003*210'], options: {}, ...parameters },
		},
		{ originalUrl: `/webhook/5b1c/call/${type}`, ...request },
	);
	const { workflowData, noWebhookResponse } = await nodeType.webhook.call(context);
	const items = workflowData?.[0].map(({ json }) => json) ?? [];
	return { items, isAnswered: noWebhookResponse === true, ...sent };
}

const call = { CallID: '1700000000.1', CallStatus: 'CALLING', CallFlow: 'IN' };

describe('VoipNow Trigger: what VoipNow calls for', () => {
	test('a call event starts the workflow, with its type by the path', async () => {
		const { items, isAnswered } = await receive('0', { body: call });
		expect(isAnswered).toBe(false);
		expect(items).toEqual([
			expect.objectContaining({ ...call, event: 0, eventName: 'Dial-In', CalledDID: '' }),
		]);
	});

	test('by GET as well', async () => {
		const { items } = await receive('2', { query: { ...call, CallStatus: 'BUSY' } });
		expect(items).toEqual([
			expect.objectContaining({ CallStatus: 'BUSY', event: 2, eventName: 'Hangup' }),
		]);
	});

	test('a type that is not chosen starts nothing, and VoipNow gets a success', async () => {
		expect(await receive('3', { body: call })).toEqual({ items: [], isAnswered: false });
	});

	test.each<[string, string, unknown, number]>([
		['a hangup that is wanted', '2', ['NOANSWER'], 1],
		['another hangup', '2', ['ANSWER'], 0],
		['a hangup, with an empty list', '2', [], 1],
		['the beginning of a call', '0', ['ANSWER'], 1],
	])('Call Status: %s', async (_what, type, callStatus, count) => {
		const body = { ...call, CallStatus: 'noanswer' };
		const { items } = await receive(type, { body }, { options: { callStatus } });
		expect(items).toHaveLength(count);
	});

	test.each<[string, unknown, number | undefined]>([
		['10.0.0.5', '10.0.0.5', undefined],
		['::ffff:10.0.0.5', '192.0.2.1, 10.0.0.0/24', undefined],
		['10.0.1.5', '10.0.0.0/24', 403],
		['10.0.1.5', 'not an address', 403],
		['10.0.1.5', '', undefined],
	])('IP(s) Allowlist: from %s with %s', async (ip, ipWhitelist, status) => {
		const result = await receive('0', { body: call, ip }, { options: { ipWhitelist } });
		expect(result.status).toBe(status);
		expect(result.items).toHaveLength(status ? 0 : 1);
		expect(result.isAnswered).toBe(status !== undefined);
	});

	test.each<[string, Request]>([
		['without anything', {}],
		['with something else', { body: { hello: 'world' } }],
		['with a list', { body: [call] }],
		[
			'with a name that reaches behind an object',
			{ body: JSON.parse('{"CallID":"1","__proto__":{}}') },
		],
	])('a request %s is refused and starts nothing', async (_what, request) => {
		expect(await receive('0', request)).toEqual({
			items: [],
			isAnswered: true,
			status: 400,
			text: 'Not a call event of VoipNow',
		});
	});

	test('an address without a type is refused', async () => {
		const request = { originalUrl: '/webhook/5b1c/call/7', body: call };
		expect(await receive('7', request)).toMatchObject({ items: [], status: 400 });
	});
});

describe('VoipNow Trigger: its addresses', () => {
	const { webhooks = [] } = nodeType.description;

	test('one for each type and method; n8n registers once', () => {
		const all = webhooks.map(({ httpMethod, path }) => `${httpMethod} ${path}`);
		expect(new Set(all).size).toBe(10);
		expect(webhooks.filter(({ name }) => name === 'default')).toHaveLength(1);
	});

	test('none is a full path: two workflows can have the trigger', () => {
		for (const { isFullPath, path } of webhooks) {
			expect(isFullPath).toBeUndefined();
			expect(path).not.toContain(':');
		}
	});
});
