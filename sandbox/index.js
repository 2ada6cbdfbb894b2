'use strict';

const { setMaxListeners } = require('node:events');
const Fastify = require('fastify').default;
const { addControlRoutes } = require('./control/routes');
const { createLox24 } = require('./lox24/service');
const { apiRequestHandler } = require('./server/apiRequest');
const { createClock } = require('./server/clock');
const { createFaults } = require('./server/faults');
const { createFlight } = require('./server/flight');
const { createHold } = require('./server/hold');
const { createJournal } = require('./server/journal');
const { createSettings } = require('./server/settings');
const { fill } = require('./state/fill');
const { addEvents, addressesOf } = require('./state/addresses');
const { createState, seed } = require('./state/state');
const { selfSigned } = require('./server/selfSigned');
const { APPS, TOKENS } = require('./state/tokens');
const { createVoipNow } = require('./voipNow/service');

const LARGEST_BODY = 64 * 1024 * 1024;

/**
 * Starts a local stand-in for LOX24 and VoipNow. Nothing is really sent. It listens on 127.0.0.1 only.
 * LOX24 lives at the root of its address, VoipNow under /uapi, its own pages under /_sandbox.
 * @param {{ port?: number, latency?: number, https?: boolean, filled?: Record<string, number> }} [options] port 0
 *   takes a free one; latency in milliseconds; https: with a self-signed certificate, made at the start;
 *   filled: what belongs to the seed besides, see `fill`
 */
async function startSandbox({ port = 0, latency = 0, https = false, filled = {} } = {}) {
	const clock = createClock();
	const journal = createJournal();
	const faults = createFaults();
	const flight = createFlight();
	const hold = createHold();
	const settings = createSettings({ latency });
	const state = createState();
	const seedAll = () => {
		seed(state, clock.now());
		fill(state, clock.now(), filled);
	};
	seedAll();
	const parts = { state, clock, settings: settings.values };
	const services = { lox24: createLox24(parts), voipNow: createVoipNow(parts) };
	const closing = new AbortController();
	// Every request that is being delayed listens to it.
	setMaxListeners(0, closing.signal);
	const tls = https ? selfSigned() : undefined;
	let url = '';

	const sandbox = {
		get url() {
			return url;
		},
		tokens: TOKENS,
		/** Apps of VoipNow, each with key and secret: `trusted` and `consent`. */
		voipNowApps: APPS,
		/** The certificate as PEM, undefined without https. */
		certificate: tls?.cert,
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
			/** From now on only `advance` moves it, until a reset. */
			stop: clock.stop,
			/** Real time again. */
			reset: clock.reset,
			/** @param {number} seconds @returns {number} unix seconds afterwards */
			advance(seconds) {
				const now = clock.advance(seconds);
				for (const service of Object.values(services)) service.advance();
				return now;
			},
		},
		/** @returns {number} most requests that were handled at once since the last clear */
		peakInFlight: flight.peak,
		/**
		 * Requests to the APIs wait from now on, until the test releases them.
		 * @param {number} [first] as many pass before
		 * @returns {import('./server/hold').Held}
		 */
		hold: hold.begin,
		get state() {
			for (const service of Object.values(services)) service.advance();
			return state;
		},
		/**
		 * A call from outside to an extension of VoipNow.
		 * @param {{ from: string, to: string, name?: string, outcome?: string }} call number and name of the caller,
		 *   extension, and how it ends if not as the setting voipNowCallOutcome says
		 * @returns {import('./voipNow/call').Call} the call as the state has it
		 */
		ring: (call) => services.voipNow.ring(call),
		/** Resolves when every call event so far has reached its address, or has not. See state.eventDeliveries. */
		eventsDelivered: () => services.voipNow.eventsDelivered(),
		/**
		 * Adds entries, the same ones after each reset: `fill({ sms: 10_000, phones: 500 })`.
		 * @param {Record<string, number>} counts see state/fill.js
		 * @returns {Record<string, string[]>} ids of the new entries by kind, oldest first
		 */
		fill(counts) {
			const filled = fill(state, clock.now(), counts);
			// Nobody is notified of what existed before.
			services.lox24.webhooks.start();
			return filled;
		},
		/** LOX24's notification settings, which a user enters in the web account. */
		notifications: {
			add: (setting) => services.lox24.webhooks.add(setting),
			remove: (id) => services.lox24.webhooks.remove(id),
			list: () => [...state.notifications.values()],
		},
		/**
		 * An SMS to LOX24's inbound number.
		 * @param {{ from: string, text?: string, to?: string, msg_uuid?: string|null }} message
		 * @returns {object} the received message in wire form
		 */
		receiveSms: (message) => services.lox24.webhooks.receiveSms(message),
		/**
		 * Somebody sends LOX24's opt-in or opt-out form.
		 * @param {{ kind: 'subscribe'|'unsubscribe', phone: string, campaign?: string, reason?: number, additionalText?: string }} form
		 */
		submitForm: (form) => services.lox24.webhooks.submitForm(form),
		/**
		 * An e-mail to one of LOX24's addresses for messages.
		 * @param {{ to: string, from?: string, subject?: string, body?: string }} email
		 */
		receiveEmail: (email) => services.lox24.webhooks.receiveEmail(email),
		/** Resolves when no webhook of LOX24 is under way. See state.webhookDeliveries. */
		webhooksDelivered: () => services.lox24.webhooks.delivered(),
		/**
		 * Seed state, empty journal, no faults, default settings, no blocks, real time.
		 * @param {{ keepsAddresses?: boolean }} [options] keepsAddresses: who is told what happens goes on being told
		 */
		reset({ keepsAddresses = false } = {}) {
			const { notifications, events } = addressesOf(state);
			clock.reset();
			seedAll();
			journal.clear();
			flight.clear();
			hold.end();
			faults.clear();
			settings.reset();
			for (const service of Object.values(services)) service.lift();
			if (!keepsAddresses) return;
			addEvents(state, events);
			for (const setting of notifications) services.lox24.webhooks.add(setting);
		},
		/** Stops, also with requests that hang and connections that are kept alive. */
		async close() {
			closing.abort();
			hold.end();
			for (const service of Object.values(services)) service.close?.();
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
		hold,
		closing: closing.signal,
		baseUrl: () => url,
	});
	const app = Fastify({
		bodyLimit: LARGEST_BODY,
		...(tls && { https: tls }),
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		routerOptions: { maxParamLength: 10_000 },
		// An address that cannot be decoded: the services should respond, not the framework.
		frameworkErrors: (error, request, reply) => handler(request, reply),
	});
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => done(null, body));
	addControlRoutes(app, sandbox);
	app.all('/*', handler);
	await app.listen({ port, host: '127.0.0.1' });
	url = `${https ? 'https' : 'http'}://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (app.server.address()).port}`;
	return sandbox;
}

/** @typedef {Awaited<ReturnType<typeof startSandbox>>} Sandbox */

module.exports = { startSandbox };
