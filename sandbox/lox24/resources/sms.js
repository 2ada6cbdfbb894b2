'use strict';

const { randomUUID } = require('node:crypto');
const { select } = require('../filters');
const { needCredit } = require('../credit');
const { DRY_RUN_UUID } = require('../dryRun');
const { find } = require('../find');
const { newMessage } = require('../message');
const { deleted, one, page } = require('../presentation');
const { fromViolations, violation } = require('../problem');

const pathOf = ({ uuid }) => `/sms/${uuid}`;
const LONGEST_UNICODE = 670;

/** Handlers of single messages. */
const sms = {
	'sms.list': ({ state, query }) => page('sms', select(state.sms.values(), query), pathOf),
	'sms.send': (call) => {
		const message = messageOf(call, randomUUID());
		needCredit(call.account);
		call.state.sms.set(message.uuid, message);
		return one('sms', pathOf(message), message, 201);
	},
	'sms.dryrun': (call) => one('sms', `/sms/${DRY_RUN_UUID}`, messageOf(call, DRY_RUN_UUID), 201),
	'sms.get': ({ state, params }) => one('sms', `/sms/${params.uuid}`, find(state.sms, params.uuid)),
	'sms.delete': ({ state, params }) => {
		find(state.sms, params.uuid);
		removeMessage(state, params.uuid);
		return deleted;
	},
	'sms.batchCancel': ({ state, query, settings }) => {
		const waiting = select(state.sms.values(), query).filter(
			(message) => message.status_code === 0 && !message.is_sent,
		);
		for (const message of waiting) message.status_code = 6000;
		return () => ({ status: 200, body: { [settings.cancelCountKey]: waiting.length } });
	},
	'sms.batchDelete': ({ state, query }) => {
		const found = select(state.sms.values(), query);
		for (const message of found) removeMessage(state, message.uuid);
		return () => ({ status: 200, body: { deleted_sms_count: found.length } });
	},
};

function removeMessage(state, uuid) {
	state.sms.delete(uuid);
	state.shortLinksOfSms.delete(uuid);
}

function messageOf({ body, now, ip, account }, uuid) {
	const message = newMessage(body, { uuid, now, ip, keyId: account.keyId });
	if (message.is_unicode && message.chars_count > LONGEST_UNICODE) {
		throw fromViolations([violation('text', 'maxLength', LONGEST_UNICODE)]);
	}
	return message;
}

module.exports = { sms };
