'use strict';

const path = require('node:path');
const { loadContract } = require('../contract/contract');
const { LONGEST_BODY } = require('../server/journal');
const { maskTokenRequest } = require('../server/mask');
const { createCallEngine } = require('./callEngine');
const { addCallRecord } = require('./callRecord');
const { createEventSender } = require('./eventSender');
const { Failure, failureOf } = require('./failure');
const { incomingCall } = require('./incomingCall');
const { createOAuth } = require('./oauth');
const { cdr } = require('./resources/cdr');
const { discovery } = require('./resources/discovery');
const { faxes } = require('./resources/faxes');
const { phoneCallEvents } = require('./resources/phoneCallEvents');
const { phoneCalls } = require('./resources/phoneCalls');
const { presence } = require('./resources/presence');
const { queueAgents } = require('./resources/queueAgents');
const { createWireNumbers } = require('./wireNumbers');

const CONTRACT = path.join(__dirname, '../openapi/voipnow.yaml');
const HANDLERS = {
	...cdr,
	...discovery,
	...faxes,
	...phoneCallEvents,
	...phoneCalls,
	...presence,
	...queueAgents,
};
const MEDIA_TYPE = 'application/json';

/**
 * The VoipNow side. A handler takes a call (params, query, body, state, now, settings, numbers, baseUrl, ...)
 * and gives the response, or throws a Failure.
 * @param {{ state: object, clock: object, settings: object }} sandbox
 * @returns {import('../server/apiRequest').Service}
 */
function createVoipNow({ state, clock, settings }) {
	const contract = loadContract(CONTRACT);
	const numbers = createWireNumbers(settings);
	const oauth = createOAuth({ clock, settings });
	const sender = createEventSender({ state, settings });
	const engine = createCallEngine({
		state,
		clock,
		settings,
		tell: sender.tell,
		ended: (call) => {
			addCallRecord(state, call);
			sender.ended(call);
		},
	});

	function respond(request, entry) {
		const plainPath = request.path.replace(/^\/unifiedapi(?=\/|$)/, '/uapi');
		if (plainPath !== request.path) entry.warnings.push('/unifiedapi is an old name of /uapi');
		const { operation, params } = contract.match(request.method, plainPath);
		if (oauth.handlers[operation?.operationId]) {
			entry.operationId = operation.operationId;
			return oauth.handlers[operation.operationId](request, entry);
		}
		const plainQuery = { ...request.query };
		if (!operation?.security) {
			checkToken(request, entry, operation);
			delete plainQuery.accessRequestToken;
		}
		if (!operation) {
			entry.warnings.push(`no operation ${request.method} ${request.path} in the contract`);
			throw new Failure('request_not_implemented', 501);
		}
		entry.operationId = operation.operationId;
		if (/%40|%2a/i.test(request.path)) {
			entry.warnings.push(
				'@ or * is percent-encoded in the path; it is not established that every installation accepts that',
			);
		}
		const isForm = /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');
		const { faults, query, unknown } = contract.checkRequest(operation, {
			params,
			query: plainQuery,
			body: request.json,
			isForm: isForm && operation.requestBody?.content['multipart/form-data'] !== undefined,
		});
		entry.warnings.push(...unknown);
		if (faults.length > 0) throw failureOf(faults, operation.operationId);
		const own = HANDLERS[operation.operationId]({
			state,
			settings,
			numbers,
			engine,
			params,
			query,
			entry,
			request,
			now: clock.now(),
			exactNow: clock.exact(),
			body: request.json,
			baseUrl: request.baseUrl,
			path: request.path,
			rawQuery: request.rawQuery,
		});
		const mayBeEmpty = settings.voipNowResponse === 'none' && operation.responses[204];
		return own.status < 300 && mayBeEmpty ? { status: 204, headers: own.headers } : own;
	}

	function checkToken({ headers, query }, entry, operation) {
		const { accessRequestToken } = query;
		const [, scheme, token] =
			/^(Bearer )?(.+)$/.exec(headers.authorization ?? accessRequestToken ?? '') ?? [];
		// The sample of the fax page has no Bearer.
		const isBare = !scheme && operation?.operationId === 'faxes.create';
		if (!(scheme || isBare) || !oauth.accepts(token))
			throw new Failure('access_denied', settings.voipNowTokenRefusal);
		if (isBare) entry.warnings.push('the token is sent without Bearer');
		if (headers.authorization === undefined)
			entry.warnings.push('the token is in the query, where logs keep it');
	}

	return {
		name: 'voipNow',
		contract,
		advance: engine.advance,
		ring: (call) => incomingCall({ state, settings, clock, engine }, call),
		eventsDelivered: sender.delivered,
		/** Also forgets the tokens that were given out. */
		lift() {
			numbers.reset();
			oauth.clear();
			close();
		},
		close,
		journalBody({ path: requestPath, method, headers, text, bytes }) {
			if (requestPath.startsWith('/oauth/')) return maskTokenRequest(text);
			const isBinary =
				(method === 'PUT' && requestPath.startsWith('/fax-uploads/')) ||
				/^multipart\//i.test(headers['content-type'] ?? '');
			return isBinary ? bytes.subarray(0, LONGEST_BODY).toString('latin1') : undefined;
		},
		errorBody(status, detail) {
			const { error } = new Failure('internal_server_error').toJson();
			return { error: { ...error, ...(detail && { message: detail }) } };
		},
		otherPath: '/uapi/extensions/@me/@self/presence',
		extraHeaders: () => ({}),
		handle(request, entry) {
			engine.advance();
			try {
				return { mediaType: MEDIA_TYPE, ...respond(request, entry) };
			} catch (error) {
				if (!(error instanceof Failure)) throw error;
				return { mediaType: MEDIA_TYPE, status: error.status, body: error.toJson() };
			}
		},
	};

	function close() {
		engine.stop();
		sender.stop();
	}
}

module.exports = { createVoipNow };
