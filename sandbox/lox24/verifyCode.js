'use strict';

const { randomInt, randomUUID } = require('node:crypto');
const { isLandline } = require('./landline');
const { markSent, newMessage } = require('./message');
const { SECONDS_UNTIL_SENT } = require('./pace');

const NEW = 0;
const IN_PROGRESS = 5;
const SUCCESS = 10;
const FAILED = 20;
const SHORTEST = 4;
const TELEGRAM_TIMEOUT = 30;

/**
 * Creates a one-time code and starts its first channel. Nobody here has Telegram: it fails after its
 * timeout. Voice and text become a message in the state as soon as it is their turn; text to a landline fails.
 * @param {object} state
 * @param {object} input body of POST /verify_codes
 * @param {{ now: number, id?: string, userId?: number }} context now in unix seconds
 * @returns {object} the one-time code in wire form
 */
function addVerifyCode(state, input, { now, id = randomUUID(), userId = 1000001 }) {
	const length = input.code?.length ?? input.code_length ?? SHORTEST;
	const entry = {
		id,
		user_id: userId,
		phone: input.phone,
		code: input.code ?? randomDigits(length),
		code_length: length,
		lang: input.lang ?? 'DE',
		routing_strategy: input.routing_strategy.map((step) => ({
			channel: step.channel,
			timeout_sec: step.channel === 'telegram' ? (step.timeout_sec ?? TELEGRAM_TIMEOUT) : null,
			sender_id: step.sender_id ?? null,
			template: step.template ?? null,
		})),
		status: NEW,
		delivered_channel: null,
		cost: null,
		currency: null,
		payload: input.payload ?? null,
		created_at: now,
		updated_at: now,
		history: [],
		is_code_deleted: input.is_code_deleted ?? false,
	};
	state.verifyCodes.set(id, entry);
	startChannel(entry, state, now);
	return entry;
}

/**
 * Lets time work: channel after channel until one delivers.
 * @param {object} entry
 * @param {object} state
 * @param {number} time unix seconds
 */
function advanceVerifyCode(entry, state, time) {
	if (entry.status === NEW && time > entry.created_at) entry.status = IN_PROGRESS;
	while (entry.status === IN_PROGRESS) {
		const step = entry.history.at(-1);
		const strategy = entry.routing_strategy[entry.history.length - 1];
		const end = step.processed_at + (strategy.timeout_sec ?? SECONDS_UNTIL_SENT);
		if (end > time) return;
		const isDelivered = canReach(entry.phone, strategy.channel);
		Object.assign(step, { status: isDelivered ? SUCCESS : FAILED, processed_at: end });
		entry.updated_at = end;
		const message = state.sms.get(step.external_id);
		if (message && !message.is_sent && message.status_code === 0) markSent(message, end);
		if (isDelivered) finish(entry, state, SUCCESS, step);
		else if (entry.history.length === entry.routing_strategy.length) finish(entry, state, FAILED);
		else startChannel(entry, state, end);
	}
}

/**
 * A one-time code of the past. Its messages have been deleted since.
 * @param {object} state
 * @param {object} input as for addVerifyCode
 * @param {{ createdAt: number, now: number, id: string }} context unix seconds
 * @returns {object}
 */
function addPastVerifyCode(state, input, { createdAt, now, id }) {
	const entry = addVerifyCode(state, input, { now: createdAt, id });
	advanceVerifyCode(entry, state, now);
	for (const { external_id } of entry.history) state.sms.delete(external_id);
	return entry;
}

function canReach(phone, channel) {
	if (channel === 'telegram') return false;
	return channel === 'voice' || !isLandline(phone);
}

function startChannel(entry, state, at) {
	const number = entry.history.length;
	const { channel, sender_id, template } = entry.routing_strategy[number];
	const step = {
		id: number + 1,
		channel,
		status: IN_PROGRESS,
		processed_at: at,
		external_id: null,
	};
	entry.history.push(step);
	if (channel === 'telegram') return;
	// The same code gives the same message ids, so that filled states are alike.
	const uuid = entry.id.replace(/^.{8}/, `0000000${number + 1}`);
	const message = newMessage(
		{
			text: (template ?? stockText(entry.lang)).replaceAll('{{code}}', entry.code),
			sender_id: sender_id ?? 'Verify',
			phone: entry.phone,
			service_code: channel === 'voice' ? 'text2speech' : 'direct',
			voice_lang: channel === 'voice' ? entry.lang : null,
			is_text_deleted: entry.is_code_deleted,
		},
		{ uuid, now: at },
	);
	step.external_id = uuid;
	state.sms.set(uuid, message);
}

function finish(entry, state, status, step) {
	Object.assign(entry, { status, cost: 0, currency: 'EUR' });
	if (entry.is_code_deleted) delete entry.code;
	if (!step) return;
	entry.delivered_channel = step.channel;
	const message = state.sms.get(step.external_id);
	if (!message) return;
	entry.cost = Math.round(message.price * 100);
}

function stockText(lang) {
	return lang === 'DE' ? 'Ihr Code lautet {{code}}' : 'Your code is {{code}}';
}

function randomDigits(digits) {
	return Array.from({ length: digits }, () => randomInt(10)).join('');
}

module.exports = { addVerifyCode, addPastVerifyCode, advanceVerifyCode };
