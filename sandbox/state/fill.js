'use strict';

const { addBill } = require('../lox24/bill');
const { addBlockedNumber } = require('../lox24/blockedNumber');
const { newBulk } = require('../lox24/bulk');
const { addCampaign, addShortLink } = require('../lox24/campaign');
const { addClick } = require('../lox24/click');
const { advanceFraudCheck, newFraudCheck } = require('../lox24/fraudCheck');
const { addGroup } = require('../lox24/groupEntry');
const { markSent, newMessage } = require('../lox24/message');
const { addPayment, advancePayment } = require('../lox24/payment');
const { addPhone } = require('../lox24/phoneEntry');
const { addPastVerifyCode } = require('../lox24/verifyCode');
const { VOIPNOW_KINDS } = require('./fillVoipNow');

/**
 * What can be filled, in the order it happens. `add` makes one entry and gives its id; n numbers it, `at` is
 * when it was created, `from` are the entries of another kind that it belongs to, in turn.
 */
const KINDS = {
	groups: { add: (state, { n }) => addGroup(state, { name: `Group ${n}`, name_a: 'Name' }).id },
	/** They join the newest group. */
	phones: {
		from: (state) => [...state.groups.values()].slice(-1),
		add: (state, { n, of }) =>
			addPhone(state, of.id, { phone: phoneOf(n), a: `Name ${n}`, callback_data: `filled-${n}` })
				.id,
	},
	sms: {
		add(state, { n, at }) {
			const uuid = uuidOf('a', n);
			const sms = newMessage({ ...message(n), callback_data: `filled-${n}` }, { uuid, now: at });
			markSent(sms, at);
			state.sms.set(uuid, sms);
			return uuid;
		},
	},
	bulks: {
		add(state, { n, at }) {
			const uuid = uuidOf('b', n);
			const { phone, ...rest } = message(n);
			const bulk = newBulk({ ...rest, phones: [phone] }, { uuid, now: at });
			Object.assign(bulk, {
				status_code: 10,
				processed_at: at,
				msg_total_count: 1,
				msg_total_cost: 10,
			});
			state.bulks.set(uuid, bulk);
			return uuid;
		},
	},
	incomings: {
		add(state, { n, at }) {
			const uuid = uuidOf('c', n);
			const { phone: from, text } = message(n);
			const to = '+491771234567';
			state.incomings.set(uuid, { uuid, to, from, received_at: at, text, msg_uuid: null });
			return uuid;
		},
	},
	blockedNumbers: {
		add: (state, { n, at }) => addBlockedNumber(state, { number: phoneOf(n) }, at).id,
	},
	verifyCodes: {
		add(state, { n, at, now }) {
			const code = String(n).padStart(8, '0');
			const input = { phone: phoneOf(n), code, routing_strategy: [{ channel: 'sms' }] };
			return addPastVerifyCode(state, input, { id: uuidOf('d', n), createdAt: at, now }).id;
		},
	},
	fraudChecks: {
		add(state, { n, at, now }) {
			const id = uuidOf('e', n);
			const check = newFraudCheck({ service_code: 'economy', phone: phoneOf(n) }, { id, now: at });
			advanceFraudCheck(check, now);
			state.fraudChecks.set(id, check);
			return id;
		},
	},
	campaigns: {
		add(state, { n, at }) {
			const url = `https://shop.example/campaign/${n}`;
			return addCampaign(
				state,
				{ type: 1, name: `Campaign ${n}`, url },
				{ code: codeOf('c', n), now: at },
			).id;
		},
	},
	/** They join the campaigns, and the messages, in turn. */
	shortLinks: {
		from: (state) => [...state.campaigns.values()],
		add(state, { n, at, of }) {
			const code = codeOf('s', n);
			addShortLink(state, { code, url: of.url, campaign: of.id, now: at });
			return code;
		},
	},
	clicks: {
		from: (state) => [...state.shortLinks.values()],
		add: (state, { n, at, of }) => addClick(state, { id: 100_000 + n, link: of, at }).id,
	},
	payments: {
		add(state, { n, at, now }) {
			const payment = addPayment(state, { net_val: n, type: 'sepa' }, at);
			advancePayment(payment, now);
			return payment.id;
		},
	},
	invoices: {
		add: (state, { n, at }) =>
			addBill(state, 'invoice', { id: String(100_000 + n), net: n, createdAt: at, paidAt: at }).id,
	},
	creditNotes: {
		add: (state, { n, at }) =>
			addBill(state, 'creditNote', {
				id: String(100_000 + n),
				net: n,
				createdAt: at,
				paidAt: at,
				other: '/invoices/2001',
			}).id,
	},
	...VOIPNOW_KINDS,
};

/**
 * Adds many entries, one per past second, the last of each kind the newest. After a reset the same calls
 * give the same ids.
 * @param {import('./state').State} state
 * @param {number} now unix seconds
 * @param {Partial<Record<keyof typeof KINDS, number>>} counts
 * @returns {Record<string, string[]>} ids of the new entries by kind, oldest first
 */
function fill(state, now, counts) {
	for (const [kind, count] of Object.entries(counts)) {
		if (!KINDS[kind] || !Number.isInteger(count) || count < 0) {
			throw new TypeError(
				`fill: ${kind}: ${JSON.stringify(count)} is not a number of ${Object.keys(KINDS).join(', ')}`,
			);
		}
	}
	/** @type {Record<string, string[]>} */
	const added = {};
	for (const [kind, { add, from }] of Object.entries(KINDS)) {
		if (!(kind in counts)) continue;
		const owners = from?.(state) ?? [];
		const messages = kind === 'shortLinks' ? [...state.sms.keys()] : [];
		added[kind] = Array.from({ length: counts[kind] }, (_, index) => {
			const n = state.nextFilledId++;
			const at = now - counts[kind] + index;
			const id = String(
				add(state, { n, at, now, index, count: counts[kind], of: owners[index % owners.length] }),
			);
			if (messages.length > 0) join(state.shortLinksOfSms, messages[index % messages.length], id);
			return id;
		});
	}
	return added;
}

function join(sets, key, value) {
	if (!sets.has(key)) sets.set(key, new Set());
	sets.get(key).add(value);
}

const message = (n) => ({ text: `Message ${n}`, sender_id: 'Sandbox', phone: phoneOf(n) });
const phoneOf = (n) => `+49151${String(n).padStart(8, '0')}`;
const uuidOf = (kind, n) => `f${kind}000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const codeOf = (kind, n) => `${kind}${n.toString(36)}`;

module.exports = { fill };
