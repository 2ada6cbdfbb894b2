'use strict';

const { newBulk } = require('../lox24/bulk');
const { addGroup } = require('../lox24/groupEntry');
const { markSent, newMessage } = require('../lox24/message');
const { addPhone } = require('../lox24/phoneEntry');
const { seedAccounting } = require('./seedAccounting');
const { seedLinks } = require('./seedLinks');
const { seedTraffic } = require('./seedTraffic');

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Delivery report 16. */
const REJECTED = 16;

/**
 * What LOX24 has to start with: groups, numbers, messages, bulks and the rest. The ids are those of the documentation's samples.
 * @param {import('./state').State} state
 * @param {number} now unix seconds
 */
function seedLox24(state, now) {
	seedGroups(state);
	seedMessages(state, now);
	seedBulks(state, now);
	seedTraffic(state, now);
	seedLinks(state, now);
	seedAccounting(state, now);
}

function seedGroups(state) {
	state.nextGroupId = 7116;
	state.nextPhoneId = 12344;
	const newsletter = addGroup(state, {
		name: 'Newsletter',
		description: 'Guests who asked for news',
		name_a: 'Salutation',
		name_b: 'Last name',
		name_c: 'Appointment',
		name_d: 'Amount',
		name_e: 'Place',
	});
	const patients = addGroup(state, {
		name: 'Patients',
		name_a: 'First name',
		name_b: 'Last name',
		name_c: 'Next visit',
	});
	addPhone(state, newsletter.id, {
		phone: '+93701234500',
		a: 'Mrs.',
		b: 'Miller',
		c: '2020-01-15 09:00',
		d: '8.50',
		e: 'town hall',
	});
	addPhone(state, newsletter.id, {
		phone: '+491701234501',
		a: 'Mr.',
		b: 'Schmidt',
		c: '2020-02-01 12:30',
		d: '19.90',
		e: 'market square',
	});
	addPhone(state, patients.id, {
		phone: '+436601234502',
		a: 'Anna',
		b: 'Huber',
		c: '2020-03-02 08:15',
		callback_data: 'patient-1',
	});
}

function seedMessages(state, now) {
	const add = (uuid, input, createdAgo, sentAgo) => {
		const sms = newMessage({ sender_id: 'Sandbox', ...input }, { uuid, now: now - createdAgo });
		if (sentAgo !== undefined) markSent(sms, now - sentAgo);
		state.sms.set(uuid, sms);
	};
	const tomorrow = now + DAY;
	add(
		'ab6b6ceb-903a-11ea-aa81-96000028b339',
		{ phone: '+491701234501', text: 'Test: your table is reserved', delivery_at: tomorrow },
		HOUR,
	);
	add(
		'7c7a6661-902e-11ea-aa81-96000028b339',
		{ phone: '+93701234500', text: 'Second Test message', delivery_at: tomorrow, source: 7 },
		2 * HOUR,
	);
	add(
		'20f39273-0566-11ea-a637-96000028b339',
		{
			phone: '+436601234502',
			text: 'Reminder: your visit is on Monday',
			delivery_at: tomorrow + HOUR,
			callback_data: 'patient-1',
		},
		3 * HOUR,
	);
	add(
		'44657141-9830-11ea-aa81-96000028b339',
		{ phone: '+491701234501', text: 'Your order is ready', delivery_at: 0, source: 7 },
		DAY,
		DAY - 2,
	);
	add(
		'5dd2ba0e-9830-11ea-aa81-96000028b339',
		{ phone: '+4917012345', text: 'Grüße aus dem Café — bis bald', delivery_at: 0 },
		2 * DAY,
		2 * DAY - 2,
	);
	add(
		'8481900d-86ce-11ea-aa81-96000028b339',
		{
			phone: '+41791234567',
			text: 'Prices of last week',
			delivery_at: now - 6 * DAY,
			sender_id: '+4912345678',
		},
		7 * DAY,
		6 * DAY,
	);
	state.sms.get('5dd2ba0e-9830-11ea-aa81-96000028b339').dlr_code = REJECTED;
}

function seedBulks(state, now) {
	const waiting = newBulk(
		{
			text: 'We open again on Monday',
			sender_id: 'Sandbox',
			msg_groups: [7116],
			delivery_at: now + DAY,
		},
		{ uuid: 'da0fa78c-4699-11ea-a637-96000028b339', now: now - HOUR },
	);
	const done = newBulk(
		{
			text: 'Thank you for your visit',
			sender_id: 'Sandbox',
			phones: ['+491701234501', '+436601234502'],
		},
		{ uuid: '343c785b-8567-11ea-aa81-96000028b339', now: now - 3 * DAY },
	);
	Object.assign(done, {
		status_code: 10,
		processed_at: now - 3 * DAY + 6,
		msg_total_count: 2,
		msg_total_cost: 19,
	});
	for (const bulk of [waiting, done]) state.bulks.set(bulk.uuid, bulk);
}

module.exports = { seedLox24 };
