'use strict';

const { randomUUID } = require('node:crypto');

const API_VERSION = '2022-05-25';
const TIMEOUT = 5000;
const MOST_ATTEMPTS = 4;
/** Each interval is so much longer than the one before. */
const GROWTH = 5;

/** Events whose examples show a total of one attempt (docs/api/lox24.md, "Webhooks"). */
const TRIED_ONCE = /^(sms\.incoming|fraud-check\.done|(sms|bulk)\.email\.parsing\.(success|fail))$/;

/** Events whose examples spell the total differently and have no task. */
const OTHER_FORM = /^phone\./;

/**
 * Sends events to the addresses of the notification settings. Each delivery is kept in
 * state.webhookDeliveries, with all its attempts.
 * @param {{ state: object, clock: object, settings: object, check: (body: object) => string[] }} sandbox check says
 *   what is wrong with a body
 */
function createSender({ state, clock, settings, check }) {
	let stopping = new AbortController();
	const underway = new Set();

	function tell(name, data, at = clock.now()) {
		const event = { id: randomUUID(), api_version: API_VERSION, name, created_at: at };
		const isOnce = settings.webhookAttempts === 'asDocumented' && TRIED_ONCE.test(name);
		for (const { id: notificationId, url, events } of state.notifications.values()) {
			if (events.length > 0 && !events.includes(name)) continue;
			const total = isOnce ? 1 : MOST_ATTEMPTS;
			const body = {
				...event,
				...(OTHER_FORM.test(name)
					? { attempts_total: total }
					: { attempt_total: total, notification_task_id: randomUUID() }),
				attempt_number: 1,
				data: structuredClone(data),
			};
			const contractErrors = check(body);
			const delivery = {
				id: String(state.nextWebhookDeliveryId++),
				notificationId,
				url,
				body,
				attempts: [],
				nextAt: at,
				outcome: 'waiting',
				...(contractErrors.length > 0 && { contractErrors }),
			};
			state.webhookDeliveries.set(delivery.id, delivery);
		}
		sendDue();
	}

	function sendDue() {
		for (const delivery of state.webhookDeliveries.values()) {
			if (delivery.outcome !== 'waiting' || delivery.nextAt > clock.now()) continue;
			delivery.outcome = 'underway';
			const sent = attempt(delivery, stopping.signal).finally(() => {
				underway.delete(sent);
				sendDue();
			});
			underway.add(sent);
		}
	}

	/** Never rejects. */
	async function attempt(delivery, signal) {
		const { body, attempts } = delivery;
		body.attempt_number = attempts.length + 1;
		const result = { at: clock.now(), ...(await post(delivery, signal)) };
		attempts.push(result);
		delete delivery.nextAt;
		if (signal.aborted) delivery.outcome = 'stopped';
		else if (result.status >= 200 && result.status < 300) delivery.outcome = 'received';
		else if (attempts.length === (body.attempt_total ?? body.attempts_total))
			delivery.outcome = 'given up';
		else {
			delivery.nextAt = clock.now() + settings.webhookInterval * GROWTH ** (attempts.length - 1);
			delivery.outcome = 'waiting';
		}
	}

	async function post({ url, notificationId, body }, signal) {
		const token = state.notifications.get(notificationId)?.token;
		try {
			const response = await fetch(url, {
				method: 'POST',
				redirect: 'manual',
				headers: { 'content-type': 'application/json', ...(token && { 'x-lox24-token': token }) },
				signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
				body: JSON.stringify(body),
			});
			await response.arrayBuffer();
			return { status: response.status };
		} catch (error) {
			return { error: error.cause?.code ?? error.name };
		}
	}

	return {
		tell,
		sendDue,
		async delivered() {
			while (underway.size > 0) await Promise.all(underway);
		},
		stop() {
			stopping.abort();
			stopping = new AbortController();
		},
	};
}

module.exports = { createSender };
