'use strict';

const { setTimeout: sleep } = require('node:timers/promises');
const { faultyResponse, happensBefore } = require('./faultyResponse');
const { sendOddly } = require('./oddResponse');
const { readQuery } = require('./query');

/**
 * One of the two APIs.
 * @typedef {object} Service
 * @property {'lox24'|'voipNow'} name
 * @property {import('../contract/contract').Contract} contract
 * @property {(request: object, entry: object) => { status: number, mediaType: string, headers?: object, body?: any }} handle
 * @property {(request: object) => string|undefined} [journalBody] what the journal keeps instead of a body
 *   with secrets or bytes; undefined for the body itself
 * @property {(status: number, detail?: string) => object} errorBody of an error that was asked for
 * @property {string} otherPath where redirects that were asked for lead
 * @property {() => Record<string, string>} extraHeaders headers of each response
 * @property {() => void} advance lets time work on the state
 * @property {() => void} lift forgets blocks and the like
 * @property {(call: { from: string, to: string, name?: string }) => import('../voipNow/call').Call} [ring]
 * @property {() => Promise<void>} [eventsDelivered]
 * @property {() => void} [close] stops what it does on its own
 */

/**
 * Handles every request to the two APIs: journal, faults, latency, service, check of the own response.
 * @param {{ services: { lox24: Service, voipNow: Service }, journal: object, faults: object, settings: object, flight: object, hold: object, closing: AbortSignal, baseUrl(): string }} sandbox
 * @returns {(request: import('fastify').FastifyRequest, reply: import('fastify').FastifyReply) => Promise<any>}
 */
function apiRequestHandler({
	services,
	journal,
	faults,
	settings,
	flight,
	hold,
	closing,
	baseUrl,
}) {
	return async (incoming, reply) => {
		const request = read(incoming, baseUrl());
		const service = isVoipNow(request) ? services.voipNow : services.lox24;
		const place = flight.enter();
		const shown = service.journalBody?.(request);
		const entry = journal.begin({
			...request,
			service: service.name,
			url: incoming.raw.url,
			query: request.rawQuery,
			...(shown === undefined ? { body: request.text } : { body: shown, json: undefined }),
			inFlight: place.count,
		});
		const fault = faults.take(request.method, request.path);
		if (fault) entry.fault = fault.kind;
		reply.raw.once('close', place.leave);
		await hold.pass();

		const wait = (settings.latency || 0) + (fault?.delay ?? (fault?.kind === 'delay' ? 1000 : 0));
		if (wait > 0) {
			await sleep(wait, undefined, { signal: closing }).catch(() => {});
			if (closing.aborted) return reply.hijack();
		}

		const own = fault && happensBefore(fault) ? undefined : handled(service, request, entry);
		/** @type {ReturnType<typeof faultyResponse>} */
		const response = fault ? faultyResponse(fault, { own, service, request }) : own;
		entry.duration = Date.now() - entry.at;
		entry.status = response.status ?? null;
		// The client may send its next request as soon as it has read the response: count before writing.
		if (!response.how || response.how === 'reset') place.leave();
		if (response.how) {
			sendOddly(reply, response);
			return reply;
		}
		return reply.code(response.status).headers(response.headers).send(response.text);
	};
}

/** VoipNow has its own folders, and shares the root address with LOX24. */
function isVoipNow({ path, headers }) {
	return (
		/^\/(uapi|unifiedapi|oauth|fax-uploads)(\/|$)/.test(path) ||
		(path === '/' && /xrds/.test(headers.accept ?? ''))
	);
}

function read(incoming, baseUrl) {
	const { method, url, headers } = incoming.raw;
	const [path, ...rest] = url.split('?');
	const rawQuery = rest.join('?');
	const bytes = incoming.body ?? Buffer.alloc(0);
	const text = bytes.toString('utf8');
	const { json, malformed } = parsed(text);
	return {
		method,
		path,
		rawQuery,
		query: readQuery(rawQuery),
		headers,
		bytes,
		text,
		json,
		malformed,
		ip: incoming.ip,
		baseUrl,
	};
}

function parsed(text) {
	if (text === '') return {};
	try {
		return { json: JSON.parse(text) };
	} catch {
		return { malformed: true };
	}
}

/** The service's response as text, checked against the contract. */
function handled(service, request, entry) {
	let response;
	let wrong;
	try {
		response = service.handle(request, entry);
	} catch (error) {
		wrong = [`the sandbox failed: ${error.stack}`];
	}
	const headers = { ...service.extraHeaders(), ...response?.headers };
	if (response && entry.operationId) {
		wrong = service.contract.checkResponse(service.contract.operation(entry.operationId), {
			...response,
			headers,
		});
	}
	if (wrong?.length > 0) {
		entry.contractErrors = wrong;
		const body = { title: 'The sandbox broke its own contract', detail: wrong };
		return {
			status: 500,
			headers: { ...headers, 'content-type': 'application/json' },
			text: JSON.stringify(body),
		};
	}
	if (response.body === undefined) return { status: response.status, headers, text: undefined };
	if (Buffer.isBuffer(response.body)) {
		return {
			status: response.status,
			headers: { ...headers, 'content-type': response.mediaType },
			text: response.body,
		};
	}
	const isText = typeof response.body === 'string' && !/json/.test(response.mediaType);
	return {
		status: response.status,
		headers: { ...headers, 'content-type': `${response.mediaType}; charset=utf-8` },
		text: isText ? response.body : JSON.stringify(response.body),
	};
}

module.exports = { apiRequestHandler };
