'use strict';

const Ajv = require('ajv').default;
const { createWatch, reportOf } = require('./watch');
const { createSender } = require('./sender');
const { happeningsOf } = require('./happenings');
const { notificationsOf } = require('./notifications');

/** Milliseconds between two looks at the state, while there are notification settings. */
const LOOK_EVERY = 250;

/**
 * LOX24's webhooks: tells the addresses of the notification settings what happens.
 * @param {{ state: object, clock: object, settings: object, contract: import('../../contract/contract').Contract }} sandbox
 * @param {() => void} advance lets time work; it is called now and then while there is somebody to tell
 */
function createWebhooks({ state, clock, settings, contract }, advance) {
	const { webhooks } = contract.document;
	const ajv = new Ajv({ strict: false, validateFormats: false });
	const compiled = new Map();
	let timer;

	/** What a body violates in the contract. */
	function check(body) {
		const { schema } = webhooks[body.name].post.requestBody.content['application/json'];
		if (!compiled.has(schema)) compiled.set(schema, ajv.compile(schema));
		const validate = compiled.get(schema);
		if (validate(body)) return [];
		return validate.errors.map(({ instancePath, message }) => `body${instancePath} ${message}`);
	}

	const sender = createSender({ state, clock, settings, check });
	const watch = createWatch({ state, settings, tell: sender.tell });
	const notifications = notificationsOf(state, Object.keys(webhooks));

	function look() {
		if (state.notifications.size === 0) return;
		watch.look();
		sender.sendDue();
	}

	function stop() {
		clearInterval(timer);
		timer = undefined;
		sender.stop();
	}

	return {
		look,
		/** Forgets what happened so far, without notifying anybody. */
		start: watch.start,
		/** After the request: some events concern the request itself. */
		answered({ operationId }, { body }) {
			if (operationId === 'sms.dryrun' && state.notifications.size > 0)
				sender.tell('sms.delivery.dryrun', reportOf({ ...body, status_code: 0, dlr_code: 0 }));
			look();
		},
		add(input) {
			advance();
			if (state.notifications.size === 0) watch.start();
			const setting = notifications.add(input);
			timer ??= setInterval(advance, LOOK_EVERY).unref();
			return setting;
		},
		remove: notifications.remove,
		delivered: sender.delivered,
		stop,
		...happeningsOf({ state, clock, tell: sender.tell }),
	};
}

module.exports = { createWebhooks };
