'use strict';

const { countryOf } = require('./country');
const { isLandline } = require('./landline');
const { countParts } = require('./smsParts');
const { transliterated } = require('./transliterate');

/**
 * Price of a part here, in the account's currency. The real price depends on country and contract.
 */
const PRICE_PER_PART = 0.095;

/**
 * A message in wire form, not sent yet.
 * @param {object} input body of POST /sms
 * @param {{ uuid: string, now: number, ip?: string, keyId?: number, bulkId?: string|null }} context now in unix seconds
 * @returns {object}
 */
function newMessage(input, { uuid, now, ip = '127.0.0.1', keyId = 1, bulkId = null }) {
	// GSM that was asked for changes the text; left to the service, the text decides.
	const text = input.is_unicode === false ? transliterated(input.text) : input.text;
	const { isUnicode, chars, parts } = countParts(text, input.is_unicode ?? null);
	return {
		uuid,
		text,
		sender_id: input.sender_id,
		phone: input.phone,
		delivery_at: input.delivery_at ?? 0,
		status_code: 0,
		gateway_sent_at: 0,
		source: input.source ?? 0,
		dlr_code: 0,
		ip,
		created_at: now,
		is_unicode: isUnicode,
		iso2: countryOf(input.phone),
		voice_lang: input.voice_lang ?? null,
		parts_count: parts,
		chars_count: chars,
		callback_data: input.callback_data ?? null,
		bulk_id: bulkId,
		key_id: keyId,
		service_code: input.service_code ?? 'direct',
		is_text_deleted: input.is_text_deleted ?? false,
		price: Math.round(parts * PRICE_PER_PART * 1000) / 1000,
		is_sent: false,
		requests: `/sms/${uuid}/requests`,
		clicks: `/sms/${uuid}/clicks`,
	};
}

/** `status_code` of a text message to a telephone that cannot take it. */
const LANDLINE_NOT_POSSIBLE = 2000;

/**
 * Hands a message to the network: status 100, delivered, and the text is removed when that was asked for.
 * A text message to a landline gets no further than status 2000.
 * @param {object} sms
 * @param {number} at unix seconds
 */
function markSent(sms, at) {
	if (sms.service_code === 'direct' && isLandline(sms.phone)) {
		sms.status_code = LANDLINE_NOT_POSSIBLE;
		return;
	}
	Object.assign(sms, { status_code: 100, dlr_code: 1, is_sent: true, gateway_sent_at: at });
	if (sms.is_text_deleted) sms.text = '';
}

module.exports = { newMessage, markSent };
