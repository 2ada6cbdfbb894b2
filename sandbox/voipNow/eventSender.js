'use strict';

const TIMEOUT = 5000;
const NAMES_OF_OUR_OWN = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Calls the addresses that are registered for call events. Only addresses of this computer: a stand-in must
 * not reach anyone else. Each attempt is kept in state.eventDeliveries, also the refused ones.
 * @param {object} state
 * @returns {{ tell(event: object): void, delivered(): Promise<void>, stop(): void }}
 */
function createEventSender(state) {
	let stopping = new AbortController();
	const underway = new Set();

	function tell({ type, extension, call, status, at }) {
		for (const id of state.eventsOfExtension.get(extension) ?? []) {
			const event = state.events.get(id);
			if (event.type !== type || event.status !== '1') continue;
			const parameters = parametersOf(call, extension, status);
			const delivery = {
				id: String(state.nextDeliveryId++),
				at,
				eventId: event.id,
				type,
				extension,
				method: event.method === '1' ? 'POST' : 'GET',
				url: event.url,
				parameters,
				outcome: 'underway',
			};
			state.eventDeliveries.set(delivery.id, delivery);
			if (!NAMES_OF_OUR_OWN.test(new URL(event.url).hostname)) {
				delivery.outcome = 'refused: not an address of this computer';
				continue;
			}
			const sent = deliver(delivery, stopping.signal).finally(() => underway.delete(sent));
			underway.add(sent);
		}
	}

	return {
		tell,
		async delivered() {
			while (underway.size > 0) await Promise.all(underway);
		},
		stop() {
			stopping.abort();
			stopping = new AbortController();
		},
	};
}

/** Never rejects: at most once, without a second try. */
async function deliver(delivery, signal) {
	const { method, url, parameters } = delivery;
	const form = new URLSearchParams(parameters);
	const target = new URL(url);
	if (method === 'GET') for (const [name, value] of form) target.searchParams.append(name, value);
	try {
		const answer = await fetch(target, {
			method,
			redirect: 'manual',
			signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
			...(method === 'POST' && { body: form }),
		});
		await answer.arrayBuffer();
		Object.assign(delivery, { outcome: 'sent', status: answer.status });
	} catch (error) {
		delivery.outcome = `failed: ${error.cause?.code ?? error.name}`;
	}
}

/**
 * The parameters of reference, section 11. Which event it is, is not among them.
 * @returns {Record<string, string>}
 */
function parametersOf(call, extension, status) {
	const { source, destination } = call;
	const [, name = '', number] = /^\s*([^<]*?)\s*<([^>]+)>/.exec(call.callerId ?? '') ?? [];
	const isCaller = source.extension?.extension === extension;
	const parameters = {
		CallID: call.callId,
		CallerIDNum: number ?? source.number.replace(/^\d{4}\*/, ''),
		CallerIDName: name,
		CalledExtension: destination.extension?.extension ?? '',
		CallStatus: status,
		CallFlow: isCaller ? 'OUT' : 'IN',
		CallerExtension: source.extension?.extension ?? '',
		CalledNumber: destination.number,
		CallAPIID: call.id,
	};
	// Absent values are missing or empty; this one is missing.
	if (destination.extension?.did) parameters.CalledDID = destination.extension.did;
	return parameters;
}

module.exports = { createEventSender };
