'use strict';

const SHORT_FORM = [
	'uuid',
	'delivery_at',
	'status_code',
	'msg_total_count',
	'created_at',
	'processed_at',
	'ip',
	'is_unicode',
	'is_dryrun',
	'service_code',
	'key_id',
	'source',
	'voice_lang',
	'is_text_deleted',
	'msg_total_cost',
];

/**
 * A bulk in wire form, new.
 * @param {object} input body of POST /bulks
 * @param {{ uuid: string, now: number, ip?: string, keyId?: number }} context now in unix seconds
 * @returns {object}
 */
function newBulk(input, { uuid, now, ip = '127.0.0.1', keyId = 1 }) {
	return {
		uuid,
		delivery_at: input.delivery_at ?? 0,
		sender_id: input.sender_id,
		text: input.text,
		phones: input.phones ?? null,
		msg_groups: input.msg_groups ?? null,
		status_code: 0,
		msg_total_count: 0,
		created_at: now,
		processed_at: null,
		ip,
		is_unicode: input.is_unicode ?? null,
		is_dryrun: false,
		service_code: input.service_code ?? 'direct',
		key_id: keyId,
		source: input.source ?? 0,
		voice_lang: input.voice_lang ?? null,
		is_text_deleted: input.is_text_deleted ?? false,
		msg_total_cost: 0,
	};
}

/**
 * @param {object} bulk
 * @returns {object} the form that lists, cancel and status respond with: no sender, text and recipients
 */
function shortForm(bulk) {
	return Object.fromEntries(SHORT_FORM.map((name) => [name, bulk[name]]));
}

/**
 * What messages cost together: a whole number, as documented. Its unit is not; here it is a hundredth of
 * the account's currency.
 * @param {{ price: number }[]} messages
 * @returns {number}
 */
function costOf(messages) {
	return Math.round(messages.reduce((sum, { price }) => sum + price, 0) * 100);
}

module.exports = { costOf, newBulk, shortForm };
