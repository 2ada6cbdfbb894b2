import type { INodeType } from 'n8n-workflow';

import { VoipNowApi } from '../../credentials/VoipNowApi.credentials';
import { type Sandbox, startSandbox } from '../../sandbox';
import { asLoaded, run } from './run';

/** A node that does nothing but the test of the credential, as n8n makes one for it. */
const tester = asLoaded({
	description: {
		...{ displayName: 'Test', name: 'test', group: ['input'], version: 1, description: '' },
		...{ defaults: { name: 'Test' }, inputs: ['main'], outputs: ['main'] },
		credentials: [{ name: 'voipNowApi', required: true }],
		properties: [
			{
				...{ displayName: 'Test', name: 'test', type: 'string', default: '' },
				routing: { request: new VoipNowApi().test.request },
			},
		],
	},
} as INodeType);

describe('VoipNow: the test of the access token', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const tested = async (url: string) => {
		const { error } = await run({ node: tester, parameters: {}, url });
		return { error, requests: sandbox.journal.entries().map(({ path }) => path) };
	};

	test.each(['URL', 'URL/', ' URL// '])('asks the host: %j', async (form) => {
		const { error, requests } = await tested(form.replace('URL', sandbox.url));
		expect(error).toBeUndefined();
		expect(requests).toEqual(['/uapi/extensions/@me/@self/presence']);
	});

	test.each(['URL/uapi', 'URL/?x=1', 'URL?x=1', 'URL#x', 'http://user:hidden@HOST'])(
		'sends the token to nothing but a host: %j',
		async (form) => {
			const { host } = new URL(sandbox.url);
			const { error, requests } = await tested(
				form.replace('URL', sandbox.url).replace('HOST', host),
			);
			expect(error).toBeDefined();
			expect(requests).toEqual([]);
		},
	);
});
