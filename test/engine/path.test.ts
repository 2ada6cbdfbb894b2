import type { INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { bulkCancel, byId, eventUpdate, phoneCreateBatch, phoneUpdate } from './given';
import { run } from './run';

/** A value in the path that is not what it should be: an error that names the field, no request. */
describe('path: values are checked before anything is sent', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const hostile = [
		'../',
		'..',
		'%2e%2e',
		'',
		' ',
		'a/b',
		'12/../13',
		'1?x=1',
		'#',
		'📞',
		'-5',
		'0',
		'1.5',
		'+49151',
	];

	const fields: Array<{
		label: string;
		node: 'lox24' | 'voipNow';
		given: (value: string) => INodeParameters;
		also: string[];
		except?: string[];
	}> = [
		{
			label: 'Phone ID',
			node: 'lox24',
			given: (value) => ({ ...phoneUpdate, phoneId: byId(value) }),
			also: ['1e3', '123 44', 'da0fa78c-4699-11ea-a637-96000028b339'],
		},
		{
			label: 'Group',
			node: 'lox24',
			given: (value) => ({ ...phoneCreateBatch, groupId: byId(value) }),
			also: ['7116x'],
		},
		{
			label: 'Bulk',
			node: 'lox24',
			given: (value) => ({ ...bulkCancel, bulkId: byId(value) }),
			also: ['da0fa78c-4699-11ea-a637-96000028b33', 'da0fa78c-4699-11ea-a637-96000028b3399'],
		},
		{
			label: 'User ID',
			node: 'voipNow',
			given: (value) => ({ ...eventUpdate, userId: value }),
			also: ['@you', 'me'],
			except: ['0'],
		},
		{
			label: 'Extension',
			node: 'voipNow',
			given: (value) => ({ ...eventUpdate, extension: value }),
			also: ['@self', '0003*210/..'],
			except: ['0'],
		},
		{
			label: 'Event Type',
			node: 'voipNow',
			given: (value) => ({ ...eventUpdate, eventType: value }),
			also: ['5', '10'],
			except: ['0'],
		},
		{
			label: 'Event ID',
			node: 'voipNow',
			given: (value) => ({ ...eventUpdate, eventId: value }),
			also: ['a-b', 'a'.repeat(256)],
			except: ['0'],
		},
	];

	/** As an expression: n8n checks fixed values itself before it starts the workflow. */
	const asExpression = (value: string) => `={{ ${JSON.stringify(value)} }}`;

	const cases = fields.flatMap(({ also, except = [], ...field }) =>
		[...hostile.filter((value) => !except.includes(value)), ...also].map((value) => ({
			...field,
			value,
			shown: JSON.stringify(value.slice(0, 40)),
		})),
	);

	test.each(cases)('$label $shown', async ({ label, node, given, value }) => {
		const stopped = await run({ node, parameters: given(asExpression(value)), url: sandbox.url });
		expect(stopped.error?.message).toContain(label);
		expect(stopped.error?.description).toContain('Nothing was sent');
		expect(stopped.main).toEqual([]);

		const continued = await run({
			node,
			parameters: given(asExpression(value)),
			url: sandbox.url,
			onError: 'continueErrorOutput',
		});
		expect(continued.errors).not.toHaveLength(0);
		expect(String(continued.errors[0].json.error)).toContain(label);
		expect(new Set(continued.pairedErrors)).toEqual(new Set([0]));
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test.each(['@me', '@viewer', '@owner', '12', '0241'])(
		'User ID %s goes raw into the path',
		async (userId) => {
			await run({ node: 'voipNow', parameters: { ...eventUpdate, userId }, url: sandbox.url });
			expect(sandbox.journal.entries()[0].path).toBe(
				`/uapi/extensions/${userId}/0003*210/phoneCallEvents/0/NqeyDRqo4FtabmFj8gNWq3hsiGNYyq`,
			);
		},
	);

	test('a number from an expression is as good as its digits', async () => {
		const { error } = await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, phoneId: byId('={{ 12344 }}') },
			url: sandbox.url,
		});
		expect(error).toBeUndefined();
		expect(sandbox.journal.entries()[0].path).toBe('/phones/12344');
	});

	test('one bad value among many: nothing at all is sent when the node stops', async () => {
		const { error } = await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, phoneId: byId('={{ $json.phoneId }}') },
			items: Array.from({ length: 20 }, (_, index) => ({ phoneId: index === 15 ? '..' : '12344' })),
			url: sandbox.url,
		});
		expect(error?.message).toContain('Phone ID');
		expect(error?.context?.itemIndex).toBe(15);
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test.each(['not an address', 'ftp://api.lox24.eu', 'https://user:secret@api.lox24.eu', ''])(
		'the address in the LOX24 credential: %j',
		async (url) => {
			const { error } = await run({ node: 'lox24', parameters: phoneUpdate, url });
			expect(error?.message).toContain('Base URL');
		},
	);

	test.each(['https://voipnow.example.com/uapi', 'voipnow.example.com/x', 'a b', ''])(
		'the host in the VoipNow credential: %j',
		async (url) => {
			const { error } = await run({ node: 'voipNow', parameters: eventUpdate, url });
			expect(error?.message).toContain('Host');
		},
	);

	test('a trailing slash of the address does no harm', async () => {
		await run({ node: 'lox24', parameters: phoneUpdate, url: `${sandbox.url}/` });
		await run({ node: 'voipNow', parameters: eventUpdate, url: `${sandbox.url}/` });
		expect(sandbox.journal.entries().map(({ status }) => status)).toEqual([200, 200]);
	});
});
