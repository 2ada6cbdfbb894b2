'use strict';

const { isoTime } = require('./callEvent');

const FIELDS = ['id', 'nonce', 'extension', 'ownerId', 'ownerName'];

/**
 * Writes a call that has ended into the call history. Times stay unix seconds until they are shown.
 * @param {object} state
 * @param {object} call with legs and ended
 * @returns {object} the record
 */
function addCallRecord(state, call) {
	const record = { userId: call.userId };
	for (const name of [...FIELDS, 'published', 'answered'])
		if (call[name] !== undefined) record[name] = call[name];
	record.saved = call.ended;
	record.disposition = call.disposition;
	record.legs = call.legs;
	state.cdr.set(record.id, record);
	return record;
}

/**
 * @param {object} context with numbers, baseUrl, params and settings
 * @param {object} record of the state
 * @returns {object} the record in wire form; source and destination are texts here
 */
function wireRecord({ numbers, baseUrl, params, settings }, record) {
	const wire = {};
	for (const name of FIELDS) if (record[name] !== undefined) wire[name] = record[name];
	wire.published = isoTime(record.published);
	const has = (place) =>
		settings.voipNowCdrAnswered === 'both' || settings.voipNowCdrAnswered === place;
	if (record.answered !== undefined && has('call')) wire.answered = isoTime(record.answered);
	return {
		...numbers.write(wire, ['ownerId']),
		phoneCallView: record.legs.map(({ answered, ...leg }) =>
			numbers.write(
				{ ...leg, ...(answered !== undefined && has('leg') && { answered: isoTime(answered) }) },
				['flow', 'disposition', 'duration'],
			),
		),
		links: { self: `${baseUrl}/uapi/cdr/${params.userId ?? record.userId}/${record.id}` },
	};
}

module.exports = { addCallRecord, wireRecord };
