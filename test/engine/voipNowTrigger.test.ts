import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { forgetAccounts } from '../../nodes/shared/send/guard';
import { VoipNowTrigger } from '../../nodes/VoipNow/VoipNowTrigger.node';
import { type Sandbox, startSandbox } from '../../sandbox';
import { credentialOf, requestsTo, storedToken } from './oAuth2Given';
import { type GivenTrigger, hookContext } from './triggerContexts';

const nodeType = new VoipNowTrigger();
const { checkExists, create, delete: remove } = nodeType.webhookMethods.default;

const ID = '5b1c7f0a-1111-4222-8333-944445555666';
const EXTENSIONS = ['0003*210', '0003*212', '0003*220'];
const TYPES = ['0', '2'];

interface Event {
	id: string;
	type: string;
	url: string;
	method: string;
	status: string;
	note: string;
}

describe('VoipNow Trigger: what is registered at VoipNow', () => {
	let sandbox: Sandbox;
	let before: Event[];

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => {
		sandbox.reset();
		forgetAccounts();
		before = events();
	});

	const events = (): Event[] => [...sandbox.state.events.values()].map((one) => ({ ...one }));
	const added = () => events().filter(({ id }) => !before.some((one) => one.id === id));
	const urls = () =>
		added()
			.map(({ url }) => url)
			.sort();
	const foreign = () => events().filter(({ id }) => before.some((one) => one.id === id));
	const requests = (method: string) =>
		sandbox.journal.entries().filter((entry) => entry.method === method);

	function given(
		more: Partial<Omit<GivenTrigger, 'parameters'>> & { parameters?: object } = {},
	): GivenTrigger {
		const { parameters, ...rest } = more;
		const usual = { authentication: 'accessToken', userId: '@me', events: TYPES };
		return {
			nodeType,
			url: sandbox.url,
			...rest,
			parameters: { ...usual, extensions: EXTENSIONS, ...parameters } as never,
		};
	}

	/** What n8n does to publish; `delete` comes when `create` has failed. */
	async function publish(trigger: GivenTrigger): Promise<void> {
		if (await checkExists.call(hookContext(trigger))) return;
		try {
			await create.call(hookContext(trigger));
		} catch (error) {
			await remove.call(hookContext(trigger)).catch(() => undefined);
			throw error;
		}
	}
	const unpublish = async (trigger: GivenTrigger) =>
		await remove.call(hookContext(trigger, 'update'));
	const errorOf = async (work: Promise<unknown>) =>
		await work.then(
			() => Promise.reject(new Error('it has worked')),
			(error: NodeApiError) => {
				// n8n shows one or the other, depending on its version.
				expect(error.description ?? error.message).toBe(error.message);
				return error;
			},
		);

	const expected = (base = 'http://127.0.0.1:5678/webhook', extensions = EXTENSIONS) =>
		extensions.flatMap(() => TYPES.map((type) => `${base}/${ID}/call/${type}`)).sort();

	afterEach(() => expect(foreign()).toEqual(before));

	test('published: one call event for each extension and type, with an address of its own', async () => {
		await publish(given());
		expect(urls()).toEqual(expected());
		for (const event of added()) {
			expect(event.url.endsWith(`/call/${event.type}`)).toBe(true);
			expect(event).toMatchObject({
				method: '1',
				status: '1',
				note: 'n8n abcd1234 test: Missed calls, Trigger',
			});
		}
		await unpublish(given());
		expect(added()).toEqual([]);
	});

	test('published again unchanged: nothing is written', async () => {
		await publish(given());
		sandbox.journal.clear();
		await publish(given());
		expect(requests('GET')).toHaveLength(EXTENSIONS.length);
		expect(sandbox.journal.entries()).toHaveLength(EXTENSIONS.length);
	});

	test('with other extensions and types: what is no longer wanted goes', async () => {
		await publish(given());
		await unpublish(given());
		await publish(given({ parameters: { extensions: ['0003*213'], events: ['1'] } }));
		expect(urls()).toEqual([`http://127.0.0.1:5678/webhook/${ID}/call/1`]);
	});

	test.each(['http://other.example', 'https://n8n.example/prefix'])(
		'n8n has moved to %s and registers without unpublishing before: no orphan',
		async (n8nUrl) => {
			await publish(given());
			const moved = given({ n8nUrl });
			expect(await checkExists.call(hookContext(moved, 'init'))).toBe(false);
			await create.call(hookContext(moved, 'init'));
			expect(urls()).toEqual(expected(`${n8nUrl}/webhook`));
			await unpublish(moved);
			expect(added()).toEqual([]);
		},
	);

	test('n8n has moved and is told to unpublish: what has the old address goes', async () => {
		await publish(given());
		await unpublish(given({ n8nUrl: 'http://other.example' }));
		expect(added()).toEqual([]);
	});

	test('renamed, and with static data of its own or without: it finds what it had', async () => {
		await publish(given({ staticData: { anything: 1 } }));
		await unpublish(given({ name: 'Another name', staticData: {} }));
		expect(added()).toEqual([]);
	});

	describe('extensions by an expression that gives others later', () => {
		const staticData: IDataObject = {};
		const first = () => given({ staticData });
		const later = (extensions: unknown) => given({ staticData, parameters: { extensions } });

		test('published again: what had the others goes', async () => {
			await publish(first());
			await publish(later(['0003*213']));
			expect(urls()).toEqual(expected(undefined, ['0003*213']));
			await unpublish(later(['0003*213']));
			expect(added()).toEqual([]);
			expect(staticData).toEqual({});
		});

		test.each([[['0003*213']], [[]], [{}], ['=broken']])('unpublished: %j', async (extensions) => {
			await publish(first());
			await unpublish(later(extensions));
			expect(added()).toEqual([]);
		});

		test('short and extended form of the same: it stays registered', async () => {
			await publish(first());
			await publish(later(['210', '0003*212', '0003*220']));
			expect(urls()).toEqual(expected());
			await unpublish(later(['210']));
			expect(added()).toEqual([]);
		});

		test('what could not be removed goes when it is published for others', async () => {
			await publish(first());
			sandbox.faults.add({ kind: 'status', status: 500, times: 'always' });
			await expect(unpublish(first())).rejects.toThrow('still calls');
			sandbox.faults.clear();
			await publish(later(['0003*213']));
			expect(urls()).toEqual(expected(undefined, ['0003*213']));
			await unpublish(later(['0003*213']));
		});

		test('one that VoipNow does not have any more is no reason to fail', async () => {
			staticData.places = [{ userId: '@me', extension: '0003*999' }];
			await publish(first());
			expect(urls()).toEqual(expected());
			await unpublish(first());
			expect(staticData).toEqual({});
		});
	});

	test('a test while it is published leaves that alone', async () => {
		await publish(given());
		await publish(given({ isTest: true }));
		expect(urls()).toEqual(
			[...expected(), ...expected('http://127.0.0.1:5678/webhook-test')].sort(),
		);
		await unpublish(given({ isTest: true }));
		expect(urls()).toEqual(expected());
	});

	test('a copy of the workflow in another n8n has call events of its own', async () => {
		const copy = given({ n8nUrl: 'http://copy.example', instanceId: 'ffff0000aaaa' });
		await publish(given());
		await publish(copy);
		expect(added()).toHaveLength(12);
		await unpublish(given());
		expect(urls()).toEqual(expected('http://copy.example/webhook'));
	});

	test('a copy in this n8n, which has the same address, takes nothing away', async () => {
		await publish(given());
		// So does n8n 1.123, when it finds out that the address is taken.
		await unpublish(given({ workflowId: 'copy' }));
		expect(urls()).toEqual(expected());
		await unpublish(given());
		expect(added()).toEqual([]);
	});

	test('what somebody has disabled, doubled or pointed elsewhere is put right', async () => {
		await publish(given());
		const [first, second] = added();
		sandbox.state.events.set(first.id, { ...first, status: '0' });
		sandbox.state.events.set(second.id, { ...second, method: '0' });
		expect(await checkExists.call(hookContext(given()))).toBe(false);
		await publish(given());
		expect(urls()).toEqual(expected());
		expect(added().every(({ status, method }) => status === '1' && method === '1')).toBe(true);
	});

	test('both forms of an extension, and one twice: registered once', async () => {
		await publish(given({ parameters: { extensions: ['0003*210', '210', ' 0003*210 '] } }));
		expect(urls()).toEqual(expected(undefined, ['0003*210']));
		await unpublish(given({ parameters: { extensions: ['210'] } }));
		expect(added()).toEqual([]);
	});

	test('more call events than a page has: the whole list is read', async () => {
		const url = 'http://a.example/calls';
		for (let index = 0; index < 5050; index++) {
			const id = `foreign${index}`;
			const event = { id, type: '0', url, method: '1', status: '1', note: '' };
			sandbox.state.events.set(id, { ...event, modified: '2026-01-01T00:00:00Z' });
			sandbox.state.eventsOfExtension.get('0003*210')!.add(id);
		}
		before = events();
		await publish(given());
		await unpublish(given());
		expect(added()).toEqual([]);
	});

	test.each<[string, Partial<Sandbox['settings']>]>([
		['the type belongs in the path', { voipNowEventCreatePath: 'withType' }],
		['the response is an ID', { voipNowEventResponse: 'id' }],
		['an update gives no content', { eventUpdateResponse: 204 }],
	])('whatever VoipNow does: %s', async (_what, settings) => {
		sandbox.changeSettings(settings);
		await publish(given());
		await publish(given({ n8nUrl: 'http://other.example' }));
		expect(urls()).toEqual(expected('http://other.example/webhook'));
		await unpublish(given({ n8nUrl: 'http://other.example' }));
		expect(added()).toEqual([]);
	});

	describe('what fails', () => {
		test('the second of three extensions is refused: none is left', async () => {
			const extensions = ['0003*210', '0003*299', '0003*220'];
			const error = await errorOf(publish(given({ parameters: { extensions } })));
			expect(error.message).toMatch(/did not accept the Extension/);
			expect(added()).toEqual([]);
			expect(requests('POST')).toHaveLength(TYPES.length);
		});

		test('the connection is lost while one is created: none is left', async () => {
			sandbox.faults.add({ kind: 'reset-after', method: 'POST', path: '*0003*212*' });
			await errorOf(publish(given()));
			expect(added()).toEqual([]);
			expect(requests('POST')).toHaveLength(3);
		});

		test('what cannot be removed is told, and the rest is removed', async () => {
			await publish(given());
			sandbox.faults.add({ kind: 'status', status: 500, method: 'DELETE', path: '*0003*212*' });
			const error = await errorOf(unpublish(given()));
			expect(error.message).toMatch(/^VoipNow still calls this workflow: VoipNow could not/);
			expect(error.message).toMatch(/note that begins with "n8n abcd1234 test:"/);
			expect(added()).toHaveLength(1);
			await unpublish(given());
			expect(added()).toEqual([]);
		});

		test('the list cannot be read when it is to be removed: told as well', async () => {
			await publish(given());
			sandbox.faults.add({ kind: 'status', status: 500, method: 'GET', path: '*0003*210*' });
			const error = await errorOf(unpublish(given()));
			expect(error.message).toMatch(/^VoipNow could not/);
			expect(error.message).toMatch(/If this trigger was on before, VoipNow still calls it/);
			expect(urls()).toEqual(expected(undefined, ['0003*210']));
		});

		test.each<[string, Parameters<Sandbox['faults']['add']>[0]]>([
			['404', { kind: 'status-after', status: 404 }],
			['pce_id_invalid', { kind: 'reset-after' }],
		])('what is gone already counts as removed: %s', async (_how, fault) => {
			await publish(given());
			sandbox.faults.add({ method: 'DELETE', ...fault });
			await unpublish(given());
			expect(added()).toEqual([]);
		});

		test('never a DELETE without an ID', async () => {
			await publish(given());
			await unpublish(given());
			expect(requests('DELETE')).not.toHaveLength(0);
			for (const { path } of requests('DELETE')) {
				expect(path).toMatch(/\/phoneCallEvents\/[0-4]\/[A-Za-z0-9]+$/);
			}
		});

		test('a wrong token: five tries to publish are one request', async () => {
			const staticData: IDataObject = {};
			const wrong = given({ token: `wrong-${Date.now()}`, staticData });
			for (let tries = 0; tries < 5; tries++) {
				const error = await errorOf(publish(wrong));
				expect(error.message).toMatch(/refused the access token/);
			}
			expect(sandbox.journal.entries()).toHaveLength(1);
			await publish(given({ staticData }));
			expect(added()).toHaveLength(6);
		});

		test.each<[string, object, RegExp]>([
			['no event', { events: [] }, /Trigger On is empty/],
			['no extension', { extensions: [] }, /Extensions is empty/],
			['an empty extension', { extensions: [' '] }, /Extension is empty/],
			['all extensions', { extensions: ['0003*210', '@self'] }, /Extension is not valid: "@self"/],
			['a name', { extensions: ['Jane'] }, /Extension is not valid: "Jane"/],
			['a path', { extensions: ['../0003*210'] }, /Extension is not valid/],
			['an object', { extensions: [{ a: 1 }] }, /Extension is not valid/],
			['an unknown event', { events: ['7'] }, /Trigger On is not valid/],
			['an account that is none', { userId: 'me' }, /User ID is not valid/],
			['no address', { options: { ipWhitelist: '10.0.0.300' } }, /IP\(s\) Allowlist is not valid/],
		])('%s: refused before anything is sent', async (_what, parameters, message) => {
			for (const method of [checkExists, create]) {
				const error = await errorOf(method.call(hookContext(given({ parameters }))));
				expect(error.message).toMatch(message);
			}
			expect(sandbox.journal.entries()).toEqual([]);
		});

		test('VoipNow does not take the address of n8n: what to set', async () => {
			const body = { error: { code: 'pce_url_invalid', message: 'Invalid URL.' } };
			sandbox.faults.add({ kind: 'status', status: 400, method: 'POST', body });
			const error = await errorOf(publish(given({ n8nUrl: 'http://localhost:5678' })));
			expect(error.message).toMatch(/set to http:\/\/localhost:5678\. .* N8N_WEBHOOK_URL/);
			expect(error.message).not.toContain(ID);
		});
	});

	test('OAuth2: a token that has ended is renewed, also when it is unpublished', async () => {
		const oAuth2 = credentialOf(sandbox, { oauthTokenData: storedToken(sandbox, -1) });
		const trigger = given({ parameters: { authentication: 'oAuth2' }, oAuth2 });
		await publish(trigger);
		expect(added()).toHaveLength(6);
		oAuth2.oauthTokenData = storedToken(sandbox, -1, { access_token: 'ended' });
		await unpublish(trigger);
		expect(added()).toEqual([]);
		expect(requestsTo(sandbox).tokens).toHaveLength(2);
	});
});
