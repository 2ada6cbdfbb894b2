'use strict';

const path = require('node:path');
const { loadContract } = require('../contract/contract');
const { TOKENS } = require('../state/tokens');
const { Failure, failureOf } = require('./failure');
const { phoneCallEvents } = require('./resources/phoneCallEvents');
const { presence } = require('./resources/presence');
const { createWireNumbers } = require('./wireNumbers');

const CONTRACT = path.join(__dirname, '../openapi/voipnow.yaml');
const HANDLERS = { ...phoneCallEvents, ...presence };
const MEDIA_TYPE = 'application/json';

/**
 * The VoipNow side. A handler takes a call (params, query, body, state, now, settings, numbers, baseUrl, ...)
 * and gives the answer, or throws a Failure.
 * @param {{ state: object, clock: object, settings: object }} sandbox
 * @returns {import('../server/apiRequest').Service}
 */
function createVoipNow({ state, clock, settings }) {
	const contract = loadContract(CONTRACT);
	const numbers = createWireNumbers(settings);

	function answer(request, entry) {
		const { accessRequestToken, ...plainQuery } = request.query;
		const credential = request.headers.authorization ?? accessRequestToken;
		if (credential !== `Bearer ${TOKENS.voipNow}`) throw new Failure('access_denied', 401);
		if (accessRequestToken !== undefined)
			entry.warnings.push('the token is in the query, where logs keep it');

		const { operation, params } = contract.match(request.method, request.path);
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
		const { faults, query, unknown } = contract.checkRequest(operation, {
			...request,
			params,
			query: plainQuery,
			body: request.json,
		});
		entry.warnings.push(...unknown);
		if (faults.length > 0) throw failureOf(faults);
		return HANDLERS[operation.operationId]({
			state,
			settings,
			numbers,
			params,
			query,
			now: clock.now(),
			body: request.json,
			baseUrl: request.baseUrl,
			path: request.path,
			rawQuery: request.rawQuery,
		});
	}

	return {
		name: 'voipNow',
		contract,
		lift: numbers.reset,
		advance() {},
		errorBody: () => new Failure('internal_server_error').toJson(),
		extraHeaders: () => ({}),
		handle(request, entry) {
			try {
				return { mediaType: MEDIA_TYPE, ...answer(request, entry) };
			} catch (error) {
				if (!(error instanceof Failure)) throw error;
				return { mediaType: MEDIA_TYPE, status: error.status, body: error.toJson() };
			}
		},
	};
}

module.exports = { createVoipNow };
