import { join } from 'node:path';
import Ajv from 'ajv';
import { loadContract } from '../../sandbox/contract/contract';
import { startSandbox } from '../../sandbox';

const { webhooks } = loadContract(join(__dirname, '../../sandbox/openapi/lox24.yaml')).document;
const ajv = new Ajv({ strict: false, validateFormats: false });
const uuid = '44657141-9830-11ea-aa81-96000028b339';

const delivery = { id: uuid, key_id: 1, dlr_code: 1, status_code: 100, callback_data: null };
const email = {
	id: 'mail-1',
	from: 'a@b.example',
	to: 'c@d.example',
	subject: 'Hello',
	body: 'Text',
};
const rejected = { field: 'to', description: 'not a number', email };
const form = { phone: '+491701234501', user_id: 1, timestamp: 1, campaign_code: 'pL7x' };
const reason = { reason: { id: 3, label: 'not interested' }, additional_text: '' };

/** The 16 events with the data of each (docs/api/lox24.md, "Events"). */
const events: Record<string, object> = {
	'sms.delivery': delivery,
	'sms.delivery.dryrun': { ...delivery, id: '11111111-2222-3333-4444-55555555555', status_code: 0 },
	'sms.incoming': {
		id: uuid,
		to: '+4915',
		from: '+4917',
		text: 'Yes',
		received_at: 1,
		msg_uuid: uuid,
	},
	'sms.email.parsing.success': { sms: [{ uuid, to: '+4915', text: 'Hello' }], email },
	'sms.email.parsing.fail': rejected,
	'bulk.email.parsing.success': { bulk: { id: uuid, status: 0, created_at: 1 }, email },
	'bulk.email.parsing.fail': rejected,
	'phone.subscribe': { ...form, additional_data: [], short_link_code: 'aB3', group_id: 7116 },
	'phone.unsubscribe': {
		...form,
		additional_data: reason,
		short_link_code: 'aB3',
		unsubscribe_request_id: 5,
	},
	'fraud-check.done': { check_id: 'x', result: 'safe', confidence_score: 0.9 },
	'verify_code.success': {},
	'verify_code.failed': {},
	'verify_code.channel.updated': {},
	'verify_code.channel.sent': {},
	'verify_code.channel.success': {},
	'verify_code.channel.failed': {},
};

it('describes the 16 documented events', () => {
	expect(Object.keys(webhooks)).toEqual(Object.keys(events));
});

it.each(Object.keys(events))('%s takes its body, and no body of another shape', async (name) => {
	const validate = ajv.compile(webhooks[name].post.requestBody.content['application/json'].schema);
	const data = name.startsWith('verify_code.') ? await verifyCode(name) : events[name];
	const event = {
		id: uuid,
		api_version: '2022-05-25',
		name,
		created_at: 1,
		attempts_total: 4,
		attempt_number: 1,
		data,
	};
	expect([validate(event), validate.errors]).toEqual([true, null]);
	expect(validate({ ...event, name: 'sms.other' })).toBe(false);
	expect(validate({ ...event, attempts_total: undefined })).toBe(false);
	if (name !== 'fraud-check.done') expect(validate({ ...event, data: {} })).toBe(false);
});

async function verifyCode(name: string) {
	const sandbox = await startSandbox();
	const [code] = sandbox.state.verifyCodes.values();
	await sandbox.close();
	const hasChannel = /channel\.(sent|success|failed)$/.test(name);
	return { ...code, ...(hasChannel && { channel: code.history[0] }) };
}
