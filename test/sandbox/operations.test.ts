import { join } from 'node:path';
import { loadContract } from '../../sandbox/contract/contract';
import { givenSandbox } from './given';

const given = givenSandbox();
const contract = loadContract(join(__dirname, '../../sandbox/openapi/lox24.yaml'));

const sms = '44657141-9830-11ea-aa81-96000028b339';
const bulk = 'da0fa78c-4699-11ea-a637-96000028b339';
const incoming = 'b0c7a9e2-0001-11eb-aa81-96000028b339';
const code = '3f2504e0-0001-41d3-9a0c-0305e82c3301';
const check = '9a1b2c3d-0001-4e5f-8a9b-0c1d2e3f4a01';
const phone = '+491701234501';
const message = { text: 'Hello', sender_id: 'Sandbox', phone };
const form = { name: 'Form', group_id: 7116 };
const campaign = { type: 1, name: 'Sale', url: 'https://shop.example/sale' };

/** All (docs/api/lox24.md, "Operations"): id, request, body, status. */
const operations: Array<[string, string, unknown?, number?]> = [
	['me.get', 'GET /me'],
	['sms.list', 'GET /sms'],
	['sms.send', 'POST /sms', message, 201],
	['sms.dryrun', 'POST /sms/dryrun', message, 201],
	['sms.get', `GET /sms/${sms}`],
	['sms.delete', `DELETE /sms/${sms}`, undefined, 204],
	['sms.batchCancel', 'POST /sms/ops/batch_cancel'],
	['sms.batchDelete', 'POST /sms/ops/batch_delete'],
	['sms.clicks.list', 'GET /sms/clicks'],
	['sms.clicks.get', `GET /sms/${sms}/clicks`],
	['sms.requests.list', `GET /sms/${sms}/requests`],
	['bulks.list', 'GET /bulks'],
	['bulks.create', 'POST /bulks', { ...message, phones: [phone] }, 201],
	['bulks.dryrun', 'POST /bulks/dryrun', { ...message, msg_groups: [7116] }, 201],
	['bulks.get', `GET /bulks/${bulk}`],
	['bulks.delete', `DELETE /bulks/${bulk}`, undefined, 204],
	['bulks.cancel', `PUT /bulks/${bulk}/cancel`],
	['bulks.status', `GET /bulks/${bulk}/status`],
	['bulks.requests', `GET /bulks/${bulk}/requests`],
	['incomings.list', 'GET /incomings'],
	['incomings.get', `GET /incomings/${incoming}`],
	['incomings.delete', `DELETE /incomings/${incoming}`, undefined, 204],
	['blockedNumbers.list', 'GET /blocked_numbers'],
	['blockedNumbers.create', 'POST /blocked_numbers', { number: phone }, 201],
	['blockedNumbers.get', 'GET /blocked_numbers/301'],
	['blockedNumbers.delete', 'DELETE /blocked_numbers/301', undefined, 204],
	['groups.list', 'GET /groups'],
	['groups.create', 'POST /groups', { name: 'Guests' }, 201],
	['groups.get', 'GET /groups/7116'],
	['groups.update', 'PUT /groups/7116', { name: 'Guests' }],
	['groups.delete', 'DELETE /groups/7116', undefined, 204],
	['groups.csv', 'GET /groups/7116/file/csv'],
	['groups.phones.list', 'GET /groups/7116/phones'],
	['groups.phones.create', 'POST /groups/7116/phones', { phone }, 201],
	['groups.phones.batch', 'POST /groups/7116/phones/batch', [{ phone }, {}], 201],
	['phones.get', 'GET /phones/12344'],
	['phones.update', 'PUT /phones/12344', { phone }],
	['phones.delete', 'DELETE /phones/12344', undefined, 204],
	['verifyCodes.list', 'GET /verify_codes'],
	[
		'verifyCodes.create',
		'POST /verify_codes',
		{ phone, routing_strategy: [{ channel: 'sms' }] },
		201,
	],
	['verifyCodes.get', `GET /verify_codes/${code}`],
	['fraudChecks.list', 'GET /fraud-checks'],
	['fraudChecks.create', 'POST /fraud-checks', { service_code: 'pro', phone }, 201],
	['fraudChecks.get', `GET /fraud-checks/${check}`],
	['fraudChecks.delete', `DELETE /fraud-checks/${check}`, undefined, 204],
	['shortLinkCampaigns.list', 'GET /short_link_campaigns'],
	['shortLinkCampaigns.create', 'POST /short_link_campaigns', campaign, 201],
	['shortLinkCampaigns.get', 'GET /short_link_campaigns/pL7x'],
	['shortLinkCampaigns.update', 'PUT /short_link_campaigns/pL7x', campaign],
	['shortLinkCampaigns.delete', 'DELETE /short_link_campaigns/pL7x', undefined, 204],
	['shortLinkCampaigns.subscribe', 'POST /short_link_campaigns/subscribe', form, 201],
	['shortLinkCampaigns.unsubscribe', 'POST /short_link_campaigns/unsubscribe', form, 201],
	['shortLinkCampaigns.requests', 'GET /short_link_campaigns/pL7x/requests'],
	['shortLinkCampaigns.shortLinks', 'GET /short_link_campaigns/pL7x/short_links'],
	['shortLinks.list', 'GET /short_links'],
	['shortLinks.get', 'GET /short_links/aB3'],
	['shortLinks.requests', 'GET /short_links/aB3/requests'],
	['shortLinkRequests.list', 'GET /short_link_requests'],
	['shortLinkRequests.get', 'GET /short_link_requests/9001'],
	['paymentMethods.get', 'GET /payment-methods'],
	['payments.list', 'GET /payments'],
	['payments.create', 'POST /payments', { net_val: 10, type: 'sepa', method_id: 501 }, 201],
	['payments.get', 'GET /payments/5001'],
	['invoices.list', 'GET /invoices'],
	['invoices.get', 'GET /invoices/2001'],
	['invoices.pdf', 'GET /invoices/2001/pdf'],
	['creditNotes.list', 'GET /credit_notes'],
	['creditNotes.get', 'GET /credit_notes/3001'],
	['creditNotes.pdf', 'GET /credit_notes/3001/pdf'],
];

it('has the documented operations and no other', () => {
	const ids = contract.operations.map(({ operationId }) => operationId);
	expect(ids.sort()).toEqual(operations.map(([id]) => id).sort());
});

describe.each(['application/json', 'application/ld+json'])('with %s', (accept) => {
	// That each response keeps to the contract is checked after each test, see given.ts.
	it.each(operations.map(([id, request, body, status]) => ({ id, request, body, status })))(
		'answers $id: $request',
		async ({ id, request, body, status = 200 }) => {
			const [method, path] = request.split(' ');
			const response = await given.lox24(method, path, { body, accept });
			expect([response.status, given.lastEntry().operationId]).toEqual([status, id]);
		},
	);
});

describe('hostile ids', () => {
	const methods = { get: 'GET', put: 'PUT', post: 'POST', delete: 'DELETE' };
	const hostile = [
		'%2e%2e%2fme',
		"1'%20OR%20'1'='1",
		'%00',
		'__proto__',
		'constructor',
		'%25',
		'-1',
	];
	const withId = contract.operations.filter(({ path }) => path.includes('{'));

	it.each(withId.map(({ operationId }) => operationId))('%s returns 404', async (operationId) => {
		const { method, path } = withId.find((one) => one.operationId === operationId)!;
		const [, , body] = operations.find(([id]) => id === operationId)!;
		const before = JSON.stringify([...given.sandbox.state.sms, ...given.sandbox.state.groups]);
		for (const id of hostile) {
			const url = path.replace(/\{\w+\}/, id);
			const response = await given.lox24(methods[method as keyof typeof methods], url, { body });
			expect([id, response.status]).toEqual([id, 404]);
		}
		const after = JSON.stringify([...given.sandbox.state.sms, ...given.sandbox.state.groups]);
		expect(after).toBe(before);
	});
});

it('warns when JSON-LD is asked for where only JSON is documented', async () => {
	for (const path of ['/verify_codes', '/payment-methods']) {
		const response = await given.lox24('GET', path, { accept: 'application/ld+json' });
		expect(response.headers.get('content-type')).toContain('application/json');
		expect(given.lastEntry().warnings).toEqual(['only application/json is documented']);
	}
});
