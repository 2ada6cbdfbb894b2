'use strict';

const { IdMap } = require('./idMap');
const { seedLox24 } = require('./seedLox24');
const { seedVoipNow } = require('./seedVoipNow');

/**
 * Everything the stand-in remembers, in wire form, keyed by id. Members are replaced in place, so that a
 * reference to the state stays good after a reset.
 * @returns {State}
 * @typedef {object} State
 * @property {IdMap} groups
 * @property {IdMap} phones
 * @property {IdMap} phonesOfGroup group id to a Set of phone ids
 * @property {IdMap} sms
 * @property {IdMap} bulks
 * @property {IdMap} unpaidBulks ids of bulks that were accepted without credit
 * @property {IdMap} incomings received messages
 * @property {IdMap} blockedNumbers
 * @property {IdMap} verifyCodes
 * @property {IdMap} fraudChecks
 * @property {IdMap} campaigns short-link campaigns by code
 * @property {IdMap} shortLinks by short code
 * @property {IdMap} shortLinksOfSms message id to a Set of short codes
 * @property {IdMap} shortLinksOfBulk bulk id to a Set of short codes
 * @property {IdMap} clicks
 * @property {IdMap} payments
 * @property {IdMap} invoices
 * @property {IdMap} creditNotes
 * @property {IdMap} users VoipNow users
 * @property {IdMap} extensions VoipNow extensions by extended number
 * @property {IdMap} events call events by id
 * @property {IdMap} eventsOfExtension extended number to a Set of event ids
 * @property {IdMap} agents queue agents by queue and identifier
 * @property {IdMap} calls by id, also those that have ended; times in unix seconds, see voipNow/call.js
 * @property {IdMap} cdr call records by call id
 * @property {IdMap} eventDeliveries what was sent to the addresses of call events, or refused
 * @property {IdMap} faxes with their files in base64
 * @property {IdMap} faxUploads upload addresses by id
 * @property {IdMap} notifications who is told LOX24's events, see lox24/webhooks/notifications.js
 * @property {IdMap} webhookDeliveries what was sent to them, with all attempts
 * @property {number} nextCallSequence
 * @property {number} nextDeliveryId
 * @property {number} nextFaxId
 * @property {number} nextGroupId
 * @property {number} nextPhoneId
 * @property {number} nextBlockedNumberId
 * @property {number} nextPaymentId
 * @property {number} nextNotificationId
 * @property {number} nextWebhookDeliveryId
 * @property {number} nextFilledId see fill.js
 */
function createState() {
	return {
		groups: new IdMap(),
		phones: new IdMap(),
		phonesOfGroup: new IdMap(),
		sms: new IdMap(),
		bulks: new IdMap(),
		unpaidBulks: new IdMap(),
		incomings: new IdMap(),
		blockedNumbers: new IdMap(),
		verifyCodes: new IdMap(),
		fraudChecks: new IdMap(),
		campaigns: new IdMap(),
		shortLinks: new IdMap(),
		shortLinksOfSms: new IdMap(),
		shortLinksOfBulk: new IdMap(),
		clicks: new IdMap(),
		payments: new IdMap(),
		invoices: new IdMap(),
		creditNotes: new IdMap(),
		users: new IdMap(),
		extensions: new IdMap(),
		events: new IdMap(),
		eventsOfExtension: new IdMap(),
		agents: new IdMap(),
		calls: new IdMap(),
		cdr: new IdMap(),
		eventDeliveries: new IdMap(),
		faxes: new IdMap(),
		faxUploads: new IdMap(),
		notifications: new IdMap(),
		webhookDeliveries: new IdMap(),
		nextCallSequence: 0,
		nextDeliveryId: 0,
		nextFaxId: 0,
		nextGroupId: 0,
		nextPhoneId: 0,
		nextBlockedNumberId: 0,
		nextPaymentId: 0,
		nextNotificationId: 0,
		nextWebhookDeliveryId: 0,
		nextFilledId: 0,
	};
}

/**
 * Brings the state back to its seed.
 * @param {State} state
 * @param {number} now unix seconds; scheduled things lie after it
 */
function seed(state, now) {
	for (const part of Object.values(state)) if (part instanceof Map) part.clear();
	Object.assign(state, {
		nextFilledId: 1,
		nextCallSequence: 1,
		nextDeliveryId: 1,
		nextFaxId: 262,
		nextNotificationId: 1,
		nextWebhookDeliveryId: 1,
	});
	seedLox24(state, now);
	seedVoipNow(state, now);
}

module.exports = { createState, seed };
