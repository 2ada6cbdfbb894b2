'use strict';

const { randomBytes, randomUUID } = require('node:crypto');
const { TOKENS } = require('../../state/tokens');
const { BY_RECIPIENT, addBlockedNumber } = require('../blockedNumber');
const { newBulk } = require('../bulk');
const { addCampaign, addShortLink, pathOfCampaign } = require('../campaign');
const { newMessage } = require('../message');
const { addPhone } = require('../phoneEntry');

const NUMBER = /^\+[1-9]\d{6,14}$/;
/** The inbound number of the seed's messages. */
const OWN_NUMBER = '+491771234567';
const USER = 1000001;
const REASONS = [
	'never subscribed',
	'too many messages',
	'not interested',
	'incomprehensible',
	'dislikes the company',
	'other',
];

/**
 * What happens outside and reaches LOX24: messages, forms, e-mails.
 * @param {{ state: object, clock: object, tell: (name: string, data: object) => void }} sandbox
 */
function happeningsOf({ state, clock, tell }) {
	let formsSent = 0;

	/**
	 * Somebody sends an SMS to the account's inbound number.
	 * @param {{ from: string, text?: string, to?: string, msg_uuid?: string|null }} input msg_uuid: the message it replies to
	 * @returns {object} the received message in wire form
	 */
	function receiveSms({ from, text = '', to = OWN_NUMBER, msg_uuid = null }) {
		for (const number of [from, to]) demandNumber(number);
		const incoming = {
			uuid: randomUUID(),
			to,
			from,
			received_at: clock.now(),
			text: String(text),
			msg_uuid,
		};
		state.incomings.set(incoming.uuid, incoming);
		const { uuid, ...data } = incoming;
		tell('sms.incoming', { id: uuid, ...data });
		return incoming;
	}

	/**
	 * Somebody follows a short link to the opt-in or opt-out form and sends it: the number joins the group, or is
	 * marked there and blocked.
	 * @param {{ kind: 'subscribe'|'unsubscribe', phone: string, campaign?: string, reason?: number, additionalText?: string }} input
	 *   campaign: its code; else the first one with such a form, or a new one
	 */
	function submitForm({ kind, phone, campaign: code, reason = 3, additionalText = '' }) {
		if (kind !== 'subscribe' && kind !== 'unsubscribe')
			throw new TypeError(`There is no form ${kind}`);
		demandNumber(phone);
		if (!REASONS[reason - 1]) throw new TypeError(`There is no reason ${reason}`);
		const campaign = code === undefined ? campaignFor(kind) : state.campaigns.get(code);
		if (!campaign) throw new TypeError(`There is no campaign ${code}`);
		const now = clock.now();
		const { group_id } = campaign;
		const data = {
			phone,
			user_id: USER,
			timestamp: now,
			campaign_code: campaign.id,
			short_link_code: linkOf(campaign).short_code,
			group_id,
		};
		if (kind === 'subscribe') {
			subscribe(phone, group_id, now);
			tell('phone.subscribe', { ...data, additional_data: [] });
			return;
		}
		for (const entry of membersOf(group_id).filter((one) => one.phone === phone))
			Object.assign(entry, { unsubscribed_at: now, unsubscribe_reason: reason });
		if (![...state.blockedNumbers.values()].some(({ number }) => number === phone))
			addBlockedNumber(state, { number: phone, type: BY_RECIPIENT }, now);
		tell('phone.unsubscribe', {
			...data,
			unsubscribe_request_id: ++formsSent,
			additional_data: {
				reason: { id: reason, label: REASONS[reason - 1] },
				additional_text: additionalText,
			},
		});
	}

	/**
	 * An e-mail to `{user}.{key}.{phone}@mail2sms.lox24.eu` or `{user}.{key}.{group}@email2bulk.lox24.eu`. With
	 * another user or key nothing happens, as at LOX24.
	 * @param {{ to: string, from?: string, subject?: string, body?: string }} email
	 */
	function receiveEmail({ to, from = 'office@shop.example', subject = '', body = '' }) {
		const [, user, key, whom, host] =
			/^(\d+)\.([^.@]+)\.(\d+)(?:\.[^@]*)?@(mail2sms|email2bulk)\.lox24\.eu$/.exec(to) ?? [];
		if (!user) throw new TypeError(`${to} is no address of LOX24 for e-mails`);
		if (user !== String(USER) || key !== TOKENS.lox24Email) return;
		const email = { id: randomUUID(), from, to, subject, body };
		const text = [subject, body].filter(Boolean).join(' ');
		const kind = host === 'mail2sms' ? 'sms' : 'bulk';
		const reject = (field, description) =>
			tell(`${kind}.email.parsing.fail`, { field, description: `${description}: ${to}`, email });
		if (text === '') return reject('text', 'There is no text');
		const context = { uuid: randomUUID(), now: clock.now() };
		const message = { text, sender_id: 'email2sms' };
		if (kind === 'sms') {
			const phone = `+${whom}`;
			if (!NUMBER.test(phone)) return reject('phone', 'The number is not valid');
			const sms = newMessage({ ...message, phone }, context);
			state.sms.set(sms.uuid, sms);
			tell('sms.email.parsing.success', { sms: [{ uuid: sms.uuid, to: phone, text }], email });
			return;
		}
		if (!state.groups.has(whom)) return reject('group', 'There is no such group');
		const bulk = newBulk({ ...message, msg_groups: [Number(whom)] }, context);
		state.bulks.set(bulk.uuid, bulk);
		const { uuid: id, status_code: status, created_at } = bulk;
		tell('bulk.email.parsing.success', { bulk: { id, status, created_at }, email });
	}

	const membersOf = (groupId) =>
		[...(state.phonesOfGroup.get(groupId) ?? [])].map((id) => state.phones.get(id));

	function subscribe(phone, groupId, now) {
		const entry =
			membersOf(groupId).find((one) => one.phone === phone) ?? addPhone(state, groupId, { phone });
		Object.assign(entry, { subscribed_at: now, unsubscribed_at: null, unsubscribe_reason: null });
	}

	function campaignFor(kind) {
		const found = [...state.campaigns.values()].find(
			({ url, group_id }) => url.includes(`/${kind}/`) && group_id !== null,
		);
		if (found) return found;
		const [groupId] = state.groups.keys();
		const code = randomBytes(4).toString('hex');
		const url = `https://links.example/${kind}/${code}`;
		const form = { type: 1, name: `Form: ${kind}`, url, group_id: Number(groupId) };
		return addCampaign(state, form, { code, now: clock.now() });
	}

	function linkOf(campaign) {
		const path = pathOfCampaign(campaign.id);
		const found = [...state.shortLinks.values()].find((link) => link.campaign === path);
		const code = randomBytes(3).toString('hex');
		const input = { code, url: campaign.url, campaign: campaign.id, now: clock.now() };
		return found ?? addShortLink(state, input);
	}

	return { receiveSms, submitForm, receiveEmail };
}

function demandNumber(number) {
	if (!NUMBER.test(number)) throw new TypeError(`${number} is no number such as +491701234501`);
}

module.exports = { happeningsOf };
