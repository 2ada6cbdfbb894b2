import type { IDataObject, IExecuteFunctions, INodeParameters, INodeType } from 'n8n-workflow';
import { WAIT_INDEFINITELY } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { ALL_ON_ERROR } from './given';
import { type Given, NODES, retry, run } from './run';

const PHONE = '+4915112345678';

const failingToWait: INodeType = Object.create(NODES.lox24, {
	customOperations: {
		value: {
			sms: {
				async sendAndWait(this: IExecuteFunctions) {
					const putExecutionToWait = async () => {
						throw new Error('the database is full');
					};
					const context = Object.create(this, {
						putExecutionToWait: { value: putExecutionToWait },
					});
					return await NODES.lox24.customOperations!.sms.sendAndWait.call(context);
				},
			},
		},
	},
});

describe('sms: send and wait for a response', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const given = (parameters: INodeParameters = {}, more: Partial<Given> = {}): Given => ({
		node: 'lox24',
		parameters: {
			resource: 'sms',
			operation: 'sendAndWait',
			senderId: 'MyShop',
			phone: PHONE,
			message: 'Shall we order?',
			...parameters,
		},
		url: sandbox.url,
		...more,
	});

	const ask = async (parameters?: INodeParameters, more?: Partial<Given>) =>
		await run(given(parameters, more));

	const sent = () =>
		sandbox.journal
			.entries()
			.filter(({ method }) => method === 'POST')
			.map(({ body }) => JSON.parse(String(body)) as IDataObject);

	const LINK = String.raw`http://127\.0\.0\.1/webhook-waiting/[\w-]+/Tested\?q=[0-9a-f]{6}&signature=[0-9a-f]{64}`;

	test('the message goes out with one signed link, and the execution waits', async () => {
		const { stored } = await ask();
		expect(sent()).toHaveLength(1);
		expect(sent()[0]).toMatchObject({ phone: PHONE, sender_id: 'MyShop' });
		expect(sent()[0].text).toMatch(new RegExp(`^Shall we order\\? ${LINK}$`));
		expect(stored.waitTill).toEqual(WAIT_INDEFINITELY);
	});

	test('what the page and the output need is stored with the execution', async () => {
		const { stored } = await ask({
			approvalOptions: { values: { approvalType: 'single', approveLabel: 'Ja' } },
			options: { pageTitle: 'Freigabe', thankYouText: 'Danke' },
		});
		const { sendAndWait } = stored.executionData!.contextData['node:Tested'] as IDataObject;
		const asked = { title: 'Freigabe', message: 'Shall we order?', submit: 'Submit' };
		expect(sendAndWait).toMatchObject({
			asked: { ...asked, thanks: 'Danke', approve: 'Ja' },
			sms: { phone: PHONE, status: 'New', message: { encoding: 'GSM-7', parts: 2 } },
		});
		expect(sendAndWait).not.toHaveProperty('asked.decline');
	});

	test('the messages of one execution have links of their own', async () => {
		const rounds = [];
		for (let round = 0; round < 2; round++) {
			const { stored } = await ask({}, { executionId: '4711' });
			rounds.push(stored.executionData!.contextData['node:Tested'].sendAndWait as IDataObject);
		}
		const names = sent().map(({ text }) => new URL(/http\S+/.exec(String(text))![0]).searchParams);
		expect(names.map((one) => one.get('q'))).toEqual(rounds.map(({ question }) => question));
		expect(rounds[0].question).not.toBe(rounds[1].question);
	});

	test('[link] says where the link stands', async () => {
		await ask({ message: 'Here: [LINK] - thanks' });
		expect(sent()[0].text).toMatch(new RegExp(`^Here: ${LINK} - thanks$`));
	});

	test.each([
		{ title: 'twice the marker', message: 'Now? [link] [link]', says: /\[link\] 2 times/ },
		{
			title: 'fits without its link, not with it',
			message: 'x'.repeat(1500),
			says: /Message with its link is too long: 1\d{3} characters/,
		},
		{ title: 'an emoji makes 670 the limit', message: `🙂${'x'.repeat(600)}`, says: /at most 670/ },
		{ title: 'a link alone', message: ' [link] ', says: /Message is empty/ },
		{ title: 'nothing to read', message: '={{ "  " }}', says: /Message/ },
		{ title: 'an object', message: '={{ ({}) }}', says: /Message is not valid/ },
	])('refused before anything is sent: $title', async ({ message, says }) => {
		const { error, stored } = await ask({ message });
		expect(error?.message).toMatch(says);
		expect(sent()).toEqual([]);
		expect(stored.waitTill).toBeUndefined();
	});

	test.each<[string, IDataObject]>([
		['an amount of nothing', { limitType: 'afterTimeInterval', resumeAmount: 0 }],
		['no number', { limitType: 'afterTimeInterval', resumeAmount: '={{ "soon" }}' }],
		['another unit', { resumeAmount: 1, resumeUnit: 'years' }],
		['a time that is over', { limitType: 'atSpecifiedTime', maxDateAndTime: '2024-01-01' }],
		['no time', { limitType: 'atSpecifiedTime', maxDateAndTime: '' }],
		['words', { limitType: 'atSpecifiedTime', maxDateAndTime: 'tomorrow' }],
	])('a limit that is none is refused: %s', async (_title, values) => {
		const { error } = await ask({ options: { limitWaitTime: { values } } } as INodeParameters);
		expect(error?.message).toMatch(/Limit Wait Time|Amount|Unit|Max Date and Time/);
		expect(sent()).toEqual([]);
	});

	test('a limit ends the wait', async () => {
		const values = { limitType: 'atSpecifiedTime', maxDateAndTime: '2099-06-01T10:00' };
		const { stored } = await ask({ options: { limitWaitTime: { values } } });
		expect(stored.waitTill).toEqual(new Date('2099-06-01T10:00:00+02:00'));
	});

	test.each([
		['Page Title', { options: { pageTitle: '={{ ({}) }}' } }],
		['Approve Button Label', { approvalOptions: { values: { approveLabel: ' ' } } }],
		['Disapprove Button Label', { approvalOptions: { values: { disapproveLabel: '' } } }],
		['Approve Button Label', { approvalOptions: { values: { approveLabel: 'x'.repeat(61) } } }],
		['Submit Button Label', { responseType: 'freeText', options: { submitLabel: '={{ [] }}' } }],
	])('a page that nobody can use is refused: %s', async (label, parameters) => {
		const { error } = await ask(parameters);
		expect(error?.message).toContain(label);
		expect(sent()).toEqual([]);
	});

	test.each(ALL_ON_ERROR)('more than one item is refused (%s), none is lost', async (onError) => {
		const { error, main, errors, stored } = await ask({}, { items: [{}, {}, {}], onError });
		const said = /takes one item, but got 3/;
		if (onError === 'stopWorkflow') expect(error?.message).toMatch(said);
		else {
			const [failed, other] = onError === 'continueErrorOutput' ? [errors, main] : [main, errors];
			expect(failed.map(({ json }) => json.error)).toEqual(
				Array(3).fill(expect.stringMatching(said)),
			);
			expect(other).toEqual([]);
		}
		expect(sent()).toEqual([]);
		expect(stored.waitTill).toBeUndefined();
	});

	test.each(ALL_ON_ERROR)('a refused message is not waited for (%s)', async (onError) => {
		sandbox.faults.add({ kind: 'status', status: 402 });
		const { error, main, errors, stored } = await ask({}, { onError });
		const [item] = [...main, ...errors];
		expect(error?.message ?? item.json.error).toMatch(/credit|funds|top up/i);
		expect(stored.waitTill).toBeUndefined();
	});

	test('an unknown outcome is not waited for, and said', async () => {
		sandbox.faults.add({ method: 'POST', kind: 'reset-before' });
		const { main, stored } = await ask({}, { onError: 'continueRegularOutput' });
		expect(main[0].json.details).toMatchObject({ outcome: 'unknown' });
		expect(stored.waitTill).toBeUndefined();
	});

	test('a lost response is looked up, and waited for', async () => {
		sandbox.faults.add({ method: 'POST', kind: 'reset-after' });
		const { stored } = await ask();
		expect(stored.waitTill).toEqual(WAIT_INDEFINITELY);
		expect(sent()).toHaveLength(1);
	});

	test('Retry of an execution that had sent it sends nothing, and does not wait in vain', async () => {
		// The message arrives, but n8n fails to wait.
		const failed = await run({ ...given(), node: failingToWait });
		expect(failed.error?.message).toMatch(/the database is full/);
		expect(sent()).toHaveLength(1);
		const again = await retry(given(), failed);
		expect(again.error?.message).toMatch(/sent by an earlier execution.*its link leads/);
		expect(again.stored.waitTill).toBeUndefined();
		expect(sent()).toHaveLength(1);
	});

	test('Retry that finds what an execution sent without knowing it does not wait in vain', async () => {
		sandbox.faults.add({ method: 'POST', kind: 'reset-after' });
		sandbox.faults.add({ method: 'GET', kind: 'status', status: 500, times: 'always' });
		const failed = await run(given());
		expect(failed.error?.message).toMatch(/not found yet/);
		sandbox.faults.clear();
		const again = await retry(given(), failed);
		expect(again.error?.message).toMatch(/sent by an earlier execution.*its link leads/);
		expect(again.stored.waitTill).toBeUndefined();
		expect(sent()).toHaveLength(1);
	});

	test('of two Retries of one execution only the first sends', async () => {
		sandbox.faults.add({ method: 'POST', kind: 'status', status: 402 });
		const failed = await run(given());
		expect((await retry(given(), failed)).stored.waitTill).toEqual(WAIT_INDEFINITELY);
		const second = await retry(given(), failed);
		expect(second.error?.message).toMatch(/sent by an earlier execution.*its link leads/);
		expect(second.stored.waitTill).toBeUndefined();
		// One was refused.
		expect(sent()).toHaveLength(2);
	});

	test('what looks like a short link is refused, unless the option that it names is on', async () => {
		const message = 'See [slink]';
		expect((await ask({ message })).error?.description).toMatch(/Allow Unknown Placeholders/);
		expect(sent()).toEqual([]);
		const options = { allowUnknownPlaceholders: true };
		expect((await ask({ message, options })).error).toBeUndefined();
		expect(sent()[0].text).toMatch(/^See \[slink\] http/);
	});

	test.each([
		{ responseType: '={{ "free text" }}' },
		{ approvalOptions: { values: { approvalType: '={{ "Approve Only" }}' } } },
	])('a choice that there is not is refused: %j', async (parameters) => {
		const { error, stored } = await ask(parameters);
		expect(error?.message).toMatch(/(Response Type|Type of Approval) is not valid/);
		expect(sent()).toEqual([]);
		expect(stored.waitTill).toBeUndefined();
	});

	test('where nothing can wait, it is said before anything is sent', async () => {
		const { main, error } = await ask({}, { withoutCustomOperations: true });
		expect(error?.message ?? String(main[0].json.error)).toMatch(/cannot wait here/);
		expect(sent()).toEqual([]);
	});
});
