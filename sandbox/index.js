'use strict';

const { setMaxListeners } = require('node:events');
const Fastify = require('fastify').default;
const { addControlRoutes } = require('./control/routes');
const { createLox24 } = require('./lox24/service');
const { apiRequestHandler } = require('./server/apiRequest');
const { createClock } = require('./server/clock');
const { createFaults } = require('./server/faults');
const { createFlight } = require('./server/flight');
const { createJournal } = require('./server/journal');
const { createSettings } = require('./server/settings');
const { fill } = require('./state/fill');
const { createState, seed } = require('./state/state');
const { TOKENS } = require('./state/tokens');
const { createVoipNow } = require('./voipNow/service');

const LARGEST_BODY = 64 * 1024 * 1024;

/**
 * Starts a local stand-in for LOX24 and VoipNow. Nothing is really sent. It listens on 127.0.0.1 only.
 * LOX24 lives at the root of its address, VoipNow under /uapi, its own pages under /_sandbox.
 * @param {{ port?: number, latency?: number }} [options] port 0 takes a free one; latency in milliseconds
 */
async function startSandbox({ port = 0, latency = 0 } = {}) {
	const clock = createClock();
	const journal = createJournal();
	const faults = createFaults();
	const flight = createFlight();
	const settings = createSettings({ latency });
	const state = createState();
	seed(state, clock.now());
	const parts = { state, clock, settings: settings.values };
	const services = { lox24: createLox24(parts), voipNow: createVoipNow(parts) };
	const closing = new AbortController();
	// Every request that is being delayed listens to it.
	setMaxListeners(0, closing.signal);
	let url = '';

	const sandbox = {
		get url() {
			return url;
		},
		tokens: TOKENS,
		/** Entries, oldest first; clear also forgets the peak of requests in flight. */
		journal: {
			entries: journal.entries,
			since: journal.since,
			clear() {
				journal.clear();
				flight.clear();
			},
		},
		faults: { add: faults.add, clear: faults.clear, list: faults.list },
		settings: settings.values,
		changeSettings: settings.change,
		clock: {
			/** @returns {number} unix seconds */
			now: clock.now,
			/** @param {number} seconds @returns {number} unix seconds afterwards */
			advance(seconds) {
				const now = clock.advance(seconds);
				services.lox24.advance();
				return now;
			},
		},
		/** @returns {number} most requests that were handled at once since the last clear */
		peakInFlight: flight.peak,
		get state() {
			services.lox24.advance();
			return state;
		},
		/**
		 * Adds entries, the same ones after each reset: `fill({ sms: 10_000, phones: 500 })`.
		 * @param {Record<string, number>} counts see state/fill.js
		 * @returns {Record<string, string[]>} ids of the new entries by kind, oldest first
		 */
		fill: (counts) => fill(state, clock.now(), counts),
		/** Seed state, empty journal, no faults, default settings, no blocks, real time. */
		reset() {
			clock.reset();
			seed(state, clock.now());
			journal.clear();
			flight.clear();
			faults.clear();
			settings.reset();
			for (const service of Object.values(services)) service.lift();
		},
		/** Stops, also with requests that hang and connections that are kept alive. */
		async close() {
			closing.abort();
			app.server.closeAllConnections();
			await app.close();
		},
	};

	const handler = apiRequestHandler({
		services,
		journal,
		faults,
		settings: settings.values,
		flight,
		closing: closing.signal,
		baseUrl: () => url,
	});
	const app = Fastify({
		bodyLimit: LARGEST_BODY,
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		routerOptions: { maxParamLength: 10_000 },
		// An address that cannot be decoded: the services shall answer, not the framework.
		frameworkErrors: (error, request, reply) => handler(request, reply),
	});
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => done(null, body));
	addControlRoutes(app, sandbox);
	app.all('/*', handler);
	await app.listen({ port, host: '127.0.0.1' });
	url = `http://127.0.0.1:${app.server.address().port}`;
	return sandbox;
}

/** @typedef {Awaited<ReturnType<typeof startSandbox>>} Sandbox */

module.exports = { startSandbox };
