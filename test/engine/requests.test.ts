import { type Sandbox, startSandbox } from '../../sandbox';
import { bulkCancel, eventUpdate, phoneCreateBatch, phoneUpdate, smsBatchCancel } from './given';
import { run } from './run';

/** The five pages that started the project, byte for byte on the wire. */
describe('the requests of the five pages', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const cases = [
		{
			name: 'PUT /phones/{id}',
			node: 'lox24',
			parameters: phoneUpdate,
			method: 'PUT',
			url: '/phones/12344',
			body: '{"phone":"+93701234567","a":"Mr. ","b":"Smith ","c":"2020-02-23 18:00","d":"12.34","e":"restaurant Blue Oyster","callback_data":"crm-42"}',
			status: 200,
		},
		{
			name: 'POST /groups/{id}/phones/batch',
			node: 'lox24',
			parameters: phoneCreateBatch,
			method: 'POST',
			url: '/groups/7116/phones/batch',
			body: '[{"phone":"+4912345678","a":"column A text"},{"phone":"+93701234568","a":"Ms. ","callback_data":"x"}]',
			status: 201,
		},
		{
			name: 'POST /sms/ops/batch_cancel',
			node: 'lox24',
			parameters: smsBatchCancel,
			method: 'POST',
			url: '/sms/ops/batch_cancel?uuid%5B%5D=ab6b6ceb-903a-11ea-aa81-96000028b339&uuid%5B%5D=7c7a6661-902e-11ea-aa81-96000028b339&text=Test',
			body: '',
			status: 200,
		},
		{
			name: 'PUT /bulks/{id}/cancel',
			node: 'lox24',
			parameters: bulkCancel,
			method: 'PUT',
			url: '/bulks/da0fa78c-4699-11ea-a637-96000028b339/cancel',
			body: '',
			status: 200,
		},
		{
			name: 'PUT /uapi/extensions/…/phoneCallEvents/…',
			node: 'voipNow',
			parameters: eventUpdate,
			method: 'PUT',
			url: '/uapi/extensions/@me/0003*210/phoneCallEvents/0/NqeyDRqo4FtabmFj8gNWq3hsiGNYyq',
			body: '{"method":"1","note":"I want to use POST for my event","url":"http://myevent.com/SaveMyPhoneCallDetails","status":"1"}',
			status: 200,
		},
	] as const;

	test.each(cases)('$name', async ({ node, parameters, method, url, body, status }) => {
		const { error, main } = await run({ node, parameters, url: sandbox.url });

		expect(error).toBeUndefined();
		expect(main.length).toBeGreaterThan(0);
		const [request, ...others] = sandbox.journal.entries();
		expect(others).toEqual([]);
		expect(request).toMatchObject({ method, url, body, status, warnings: [] });
		expect(request.headers.accept).toBe('application/json');
		expect(request.headers['content-type']).toBe(body === '' ? undefined : 'application/json');
	});

	test('the token goes in the header of the service and nowhere else', async () => {
		await run({ node: 'lox24', parameters: phoneUpdate, url: sandbox.url });
		await run({ node: 'voipNow', parameters: eventUpdate, url: sandbox.url });

		const [lox24, voipNow] = sandbox.journal.entries();
		expect(lox24.headers).toHaveProperty('x-lox24-auth-token');
		expect(lox24.headers).not.toHaveProperty('authorization');
		expect(voipNow.headers).toHaveProperty('authorization');
		expect(voipNow.headers).not.toHaveProperty('x-lox24-auth-token');
		const written = JSON.stringify([lox24, voipNow]);
		expect(written).not.toContain(sandbox.tokens.lox24);
		expect(written).not.toContain(sandbox.tokens.voipNow);
	});
});
