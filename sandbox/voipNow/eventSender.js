'use strict';

const { parametersOf } = require('./eventParameters');
const { eventRequest } = require('./eventRequest');

const TIMEOUT = 5000;
const NAMES_OF_OUR_OWN = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Calls the addresses that are registered for call events. Only addresses of this computer: a stand-in must
 * not reach anyone else. Each request is kept in state.eventDeliveries, also the refused ones.
 * @param {{ state: object, settings: import('../server/settings').Settings }} sandbox
 * @returns {{ tell(event: object): void, ended(call: object): void, delivered(): Promise<void>, stop(): void }}
 */
function createEventSender({ state, settings }) {
	let stopping = new AbortController();
	const underway = new Set();
	/** What to send once a call has ended, by call. */
	const held = new Map();

	function tell(event) {
		for (const id of state.eventsOfExtension.get(event.extension) ?? []) {
			const registered = state.events.get(id);
			if (registered.type !== event.type || registered.status !== '1') continue;
			for (let copy = 0; copy < settings.voipNowEventCopies; copy++) {
				const delivery = deliveryOf(event, registered);
				state.eventDeliveries.set(delivery.id, delivery);
				if (delivery.outcome !== 'underway') continue;
				if (settings.voipNowEventOrder === 'asTold') send([delivery]);
				else held.set(event.call, [delivery, ...(held.get(event.call) ?? [])]);
			}
		}
	}

	/** @param {Parameters<typeof parametersOf>[0]} event */
	function deliveryOf(event, { id, method, url }) {
		const { at, type, extension } = event;
		const isOurs = NAMES_OF_OUR_OWN.test(new URL(url).hostname);
		return {
			id: String(state.nextDeliveryId++),
			at,
			eventId: id,
			type,
			extension,
			method: method === '1' ? 'POST' : 'GET',
			url,
			parameters: parametersOf(event, settings),
			outcome: isOurs ? 'underway' : 'refused: not an address of this computer',
		};
	}

	/** One after the other. */
	function send(deliveries) {
		const { signal } = stopping;
		const inTurn = async () => {
			for (const delivery of deliveries) await deliver(delivery, settings, signal);
		};
		const sent = inTurn().finally(() => underway.delete(sent));
		underway.add(sent);
	}

	return {
		tell,
		ended(call) {
			const deliveries = held.get(call);
			held.delete(call);
			if (deliveries) send(deliveries);
		},
		async delivered() {
			while (underway.size > 0) await Promise.all(underway);
		},
		stop() {
			stopping.abort();
			stopping = new AbortController();
			held.clear();
		},
	};
}

/** Never rejects: at most once, without a second try. */
async function deliver(delivery, settings, signal) {
	const { target, init } = eventRequest(delivery, settings);
	try {
		const response = await fetch(target, {
			...init,
			redirect: 'manual',
			signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
		});
		await response.arrayBuffer();
		Object.assign(delivery, { outcome: 'sent', status: response.status });
	} catch (error) {
		delivery.outcome = `failed: ${error.cause?.code ?? error.name}`;
	}
}

module.exports = { createEventSender };
