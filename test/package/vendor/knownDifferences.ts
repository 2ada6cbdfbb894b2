const UUID = '"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"';
const SMS_LISTS = '<GET /sms|POST /sms/ops/batch_cancel|POST /sms/ops/batch_delete>';
const CLICK_LISTS =
	'GET /<sms/{}/requests|bulks/{}/requests|short_link_campaigns/{}/requests|short_links/{}/requests|short_link_requests>';
const BULKS =
	'<GET /bulks/{}|POST /bulks|POST /bulks/dryrun|GET /bulks/{}/status|PUT /bulks/{}/cancel>';
const PHONES = '<GET /phones/{}|PUT /phones/{}|POST /groups/{}/phones>';
const CHECKS =
	'<GET /fraud-checks: response [].|GET /fraud-checks/{}: response |POST /fraud-checks: response >';
const SMS_STATUS = '"0 100 2000 208 3000 400 410 5000 6000"';
const LANGUAGES = [
	'enum: ours "BG CS DA DE EN ES FI FR HR HU IT NL PL PT RO RU SK SV TR UK"',
	'theirs "DE EN ES FR IT"',
].join(', ');

/**
 * Where our contract is not LOX24's OpenAPI document 2.22, and why. `<a|b>` stands for several differences,
 * one with each of the texts.
 */
export const KNOWN: Array<{ reason: string; differences: string[] }> = [
	{
		reason:
			'newer: one-time codes, payments, invoices and credit notes are on pages of 2.24 to 2.27',
		differences: [
			'<GET|POST> /<verify_codes|payments>: exists: only ours, true',
			'GET /<verify_codes/{}|payments/{}|payment-methods>: exists: only ours, true',
			'GET /<invoices|credit_notes><|/{}|/{}/pdf>: exists: only ours, true',
			'verify_code.<success|failed>: exists: only ours, true',
			'verify_code.channel.<updated|sent|success|failed>: exists: only ours, true',
		],
	},
	{
		reason: 'newer: fifteen more languages of voice messages in 2.27',
		differences: [
			`POST /<sms|bulks><|/dryrun>: <body|response> voice_lang ${LANGUAGES}`,
			`GET /<sms|bulks>: response [].voice_lang ${LANGUAGES}`,
			`<GET /sms/{}|GET /bulks/{}|GET /bulks/{}/status|PUT /bulks/{}/cancel>: response voice_lang ${LANGUAGES}`,
		],
	},
	{
		reason: 'newer: in 2.27 the first numbers of a group are a list, and a campaign documents 400',
		differences: [
			'<POST /groups|PUT /groups/{}>: body phones type: ours "array or null or object", theirs "null or object"',
			'<POST /groups|PUT /groups/{}>: body phones[] exists: only ours, true',
			'PUT /short_link_campaigns/{}: responds 400: only ours, true',
		],
	},
	{
		reason: 'newer: in 2.27 the time when a number was blocked is a text',
		differences: [
			'<GET /blocked_numbers: response [].|GET /blocked_numbers/{}: response |POST /blocked_numbers: response >added_at',
		].map((one) => `${one} type: ours "integer or string", theirs "integer"`),
	},
	{
		reason:
			'its guide says how ranges are written; declared are only those for the dates of clicks',
		differences: [
			`${SMS_LISTS}: query <chars_count|created_at|delivery_at|gateway_sent_at|parts_count|source>`,
			'GET /bulks: query <created_at|delivery_at|processed_at|msg_total_count|source>',
			'GET /short_link_campaigns: query created_at',
			'GET /short_links: query updated_at',
			'GET /sms/clicks: query <created_at|requests_count>',
		].map((field) => `${field}[<between|gt|gte|lt|lte>] exists: only ours, true`),
	},
	{
		reason: 'its samples: pages of these lists, and 404 of a received message that is not there',
		differences: [
			'GET /<blocked_numbers|short_link_campaigns/{}/short_links>: query page exists: only ours, true',
			'DELETE /incomings/{}: responds 404: only ours, true',
		],
	},
	{
		reason:
			'its examples: the other spelling of attempt_total, and what a finished risk check may hold',
		differences: [
			'<sms.delivery|sms.delivery.dryrun|sms.incoming|fraud-check.done|phone.subscribe|phone.unsubscribe>: event attempts_total exists: only ours, true',
			'<sms|bulk>.email.parsing.<success|fail>: event attempts_total exists: only ours, true',
			'fraud-check.done: event data.<check_id|result|confidence_score> exists: only ours, true',
		],
	},
	{
		reason: 'the key that its PHP client reads',
		differences: [
			'POST /sms/ops/batch_cancel: response canceled_sms_count exists: only ours, true',
		],
	},
	{
		reason: 'a refused token is refused everywhere',
		differences: ['DELETE /blocked_numbers/{}: responds <401|403|429>: only ours, true'],
	},
	{
		reason: 'a slip in it: the time a bulk was made is typed as its ID',
		differences: [
			`${BULKS}: response created_at type: ours "integer", theirs "string"`,
			`${BULKS}: response created_at pattern: only theirs, ${UUID}`,
			'GET /bulks: response [].created_at type: ours "integer", theirs "string"',
			`GET /bulks: response [].created_at pattern: only theirs, ${UUID}`,
		],
	},
	{
		reason: 'a slip in it: a federal state is typed as a country',
		differences: [
			`${CHECKS}request_ip.state <minLength|maxLength>: only theirs, 2`,
			`${CHECKS}request_ip.state pattern: only theirs, "^[A-Z]{2}$"`,
		],
	},
	{
		reason: 'a dry run names the same ID each time, which has a digit less; its guide says so',
		differences: [
			'POST /<sms|bulks>/dryrun: response uuid enum: only ours, "11111111-2222-3333-4444-55555555555"',
			`POST /<sms|bulks>/dryrun: response uuid pattern: only theirs, ${UUID}`,
			'POST /bulks/dryrun: response is_dryrun enum: only ours, "true"',
			`sms.delivery.dryrun: event data.id pattern: only theirs, ${UUID}`,
			`sms.delivery.dryrun: event data.status_code enum: ours "0", theirs ${SMS_STATUS}`,
		],
	},
	{
		reason: 'its prose: the length of a text, and the values of codes',
		differences: [
			'POST /sms<|/dryrun>: body text maxLength: only ours, 1530',
			`${SMS_LISTS}: query dlr_code<|[] []> enum: only ours, "0 1 16 2 4 8"`,
			`${SMS_LISTS}: query status_code<|[] []> enum: only ours, ${SMS_STATUS}`,
			'GET /bulks: query status_code<|[] []> enum: only ours, "0 10 15 20 201 5"',
			'GET /fraud-checks: query status_code<|[] []> enum: only ours, "0 10 1000 20 21 5"',
			'GET /short_link_campaigns: query type<|[] []> enum: only ours, "1 2"',
			'GET /blocked_numbers: query type enum: only ours, "1 2"',
			`${PHONES}: response unsubscribe_reason enum: only ours, "1 2 3 4 5 6"`,
			'GET /groups/{}/phones: response [].unsubscribe_reason enum: only ours, "1 2 3 4 5 6"',
			'POST /groups/{}/phones/batch: response [].body.unsubscribe_reason enum: only ours, "1 2 3 4 5 6"',
		],
	},
	{
		reason: 'stricter, so that a wrong filter or an empty text is noticed',
		differences: [
			'POST /<sms|bulks><|/dryrun>: body text minLength: only ours, 1',
			'<POST /groups/{}/phones|PUT /phones/{}>: body phone minLength: only ours, 1',
			'POST /groups/{}/phones/batch: body [].phone minLength: only ours, 1',
			'GET /sms/clicks: query page minimum: only ours, 1',
			`DELETE /bulks/{}: path pattern: only ours, ${UUID}`,
			`${SMS_LISTS}: query <uuid|bulk><|[] []> pattern: only ours, ${UUID}`,
			`GET /incomings: query msg_uuid<|[] []> pattern: only ours, ${UUID}`,
			`${SMS_LISTS}: query iso2<|[] []> pattern: only ours, "^[A-Z]{2}$"`,
			`${SMS_LISTS}: query iso2<|[] []> <minLength|maxLength>: only ours, 2`,
			`${CLICK_LISTS}: query country<|[] []> pattern: only ours, "^[A-Z]{2}$"`,
			`${CLICK_LISTS}: query country<|[] []> <minLength|maxLength>: only ours, 2`,
			`${CLICK_LISTS}: query date[between] pattern: only ours, "^\\\\d+\\\\.\\\\.\\\\d+$"`,
		],
	},
	{
		reason: 'stricter, so that the sandbox sends nothing odd',
		differences: [
			`${PHONES}: response id pattern: only ours, "^\\\\d+$"`,
			'GET /groups/{}/phones: response [].id pattern: only ours, "^\\\\d+$"',
			'POST /groups/{}/phones/batch: response [].body.id pattern: only ours, "^\\\\d+$"',
			'POST /groups/{}/phones/batch: response [].status minimum: only ours, 200',
			'POST /groups/{}/phones/batch: response [].status maximum: only ours, 599',
			`GET /incomings: response [].msg_uuid pattern: only ours, ${UUID}`,
			`GET /incomings/{}: response msg_uuid pattern: only ours, ${UUID}`,
			`sms.incoming: event data.msg_uuid pattern: only ours, ${UUID}`,
		],
	},
	{
		reason: 'a recorded 400: what is wrong field by field',
		differences: [
			'POST /groups/{}/phones/batch: response [].body.violations exists: only ours, true',
		],
	},
];

/** Every difference that an entry stands for. */
export function written(entry: string): string[] {
	const [all, choices] = /<([^<>]*)>/.exec(entry) ?? [];
	if (all === undefined) return [entry];
	return choices.split('|').flatMap((choice) => written(entry.replace(all, () => choice)));
}
