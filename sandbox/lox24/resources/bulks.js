'use strict';

const { randomUUID } = require('node:crypto');
const { costOf, newBulk, shortForm } = require('../bulk');
const { select } = require('../filters');
const { DRY_RUN_UUID } = require('../dryRun');
const { find } = require('../find');
const { newMessage } = require('../message');
const { deleted, one, page } = require('../presentation');
const { Problem } = require('../problem');
const { recipientsOf } = require('../recipients');

const pathOf = ({ uuid }) => `/bulks/${uuid}`;
const DONE = 10;
const CANCELLED = 15;
const NO_RECIPIENTS = 201;

/** Handlers of the bulks. */
const bulks = {
	'bulks.list': ({ state, query }) =>
		page('bulks', select(state.bulks.values(), query), pathOf, { show: shortForm }),
	'bulks.create': ({ state, body, now, ip, account }) => {
		const bulk = newBulk(body, { uuid: randomUUID(), now, ip, keyId: account.keyId });
		state.bulks.set(bulk.uuid, bulk);
		if (account.balance <= 0) state.unpaidBulks.set(bulk.uuid, bulk);
		return one('bulks', pathOf(bulk), bulk, 201);
	},
	// The uuid cannot be asked for afterwards, so the response has to say at once what would come of it.
	'bulks.dryrun': ({ state, body, now, ip, account }) => {
		const uuid = DRY_RUN_UUID;
		const bulk = newBulk(body, { uuid, now, ip, keyId: account.keyId });
		const messages = recipientsOf(bulk, state).map(({ phone }) =>
			newMessage({ ...bulk, phone }, { uuid, now }),
		);
		Object.assign(bulk, {
			is_dryrun: true,
			status_code: messages.length > 0 ? DONE : NO_RECIPIENTS,
			processed_at: now,
			msg_total_count: messages.length,
			msg_total_cost: costOf(messages),
		});
		return one('bulks', pathOf(bulk), bulk, 201);
	},
	'bulks.get': ({ state, params }) =>
		one('bulks', `/bulks/${params.id}`, find(state.bulks, params.id)),
	'bulks.delete': ({ state, params }) => {
		find(state.bulks, params.id);
		state.bulks.delete(params.id);
		state.shortLinksOfBulk.delete(params.id);
		return deleted;
	},
	'bulks.cancel': ({ state, params, now }) => {
		const bulk = find(state.bulks, params.id);
		if (![0, 5].includes(bulk.status_code)) {
			throw new Problem(
				422,
				`Only a bulk with status 0 or 5 can be cancelled, this one has ${bulk.status_code}`,
			);
		}
		Object.assign(bulk, { status_code: CANCELLED, processed_at: now });
		for (const message of state.sms.values()) {
			if (message.bulk_id === bulk.uuid && !message.is_sent && message.status_code === 0)
				message.status_code = 6000;
		}
		return one('bulks', pathOf(bulk), shortForm(bulk));
	},
	'bulks.status': ({ state, params }) => {
		const bulk = find(state.bulks, params.id);
		return one('bulks', pathOf(bulk), shortForm(bulk));
	},
};

module.exports = { bulks };
