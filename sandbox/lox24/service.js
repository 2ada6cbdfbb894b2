'use strict';

const { randomBytes } = require('node:crypto');
const path = require('node:path');
const { loadContract } = require('../contract/contract');
const { accountOf } = require('./accounts');
const { listsOfParts } = require('./filters');
const { createIpBlock } = require('./ipBlock');
const { createLag } = require('./lag');
const { CSV_TYPE, JSON_TYPE, LD_TYPE, PDF_TYPE, negotiate } = require('./presentation');
const { Problem, invalid } = require('./problem');
const { progressOf } = require('./progress');
const { account } = require('./resources/account');
const { bills } = require('./resources/bills');
const { blockedNumbers } = require('./resources/blockedNumbers');
const { bulks } = require('./resources/bulks');
const { clicks } = require('./resources/clicks');
const { fraudChecks } = require('./resources/fraudChecks');
const { groups } = require('./resources/groups');
const { incomings } = require('./resources/incomings');
const { payments } = require('./resources/payments');
const { phones } = require('./resources/phones');
const { shortLinkCampaigns } = require('./resources/shortLinkCampaigns');
const { shortLinks } = require('./resources/shortLinks');
const { sms } = require('./resources/sms');
const { verifyCodes } = require('./resources/verifyCodes');
const { createWebhooks } = require('./webhooks');

const CONTRACT = path.join(__dirname, '../openapi/lox24.yaml');
const HANDLERS = {
	...account,
	...groups,
	...phones,
	...sms,
	...bulks,
	...clicks,
	...incomings,
	...blockedNumbers,
	...verifyCodes,
	...fraudChecks,
	...shortLinkCampaigns,
	...shortLinks,
	...payments,
	...bills,
};

/**
 * The LOX24 side. A handler takes a call (operation, params, query, body, state, now, settings, account, ip,
 * isLd, ...) and gives a function that makes the response, or throws a Problem.
 * @param {{ state: object, clock: object, settings: object }} sandbox
 * @returns {import('../server/apiRequest').Service & { webhooks: ReturnType<typeof createWebhooks> }}
 */
function createLox24({ state, clock, settings }) {
	const contract = loadContract(CONTRACT);
	const block = createIpBlock(clock);
	const lag = createLag({ state, clock, settings });
	const progress = progressOf(state, clock.now);
	const webhooks = createWebhooks({ state, clock, settings, contract }, advance);
	const startedAt = clock.now();

	function advance() {
		progress();
		webhooks.look();
	}

	function respond(request, entry, mediaType) {
		if (block.isBlocked(request.ip)) {
			throw new Problem(
				429,
				'This IP address is blocked for a while after several requests with wrong credentials',
			);
		}
		const caller = accountOf(request.headers);
		if (!caller) {
			block.refused(request.ip);
			throw new Problem(401, 'Client ID or API key is not active or not valid');
		}
		if (!caller.isActive) throw new Problem(403, 'The account is not activated yet');

		const { operation, params, allowed } = contract.match(request.method, request.path);
		if (!operation) {
			entry.warnings.push(`no operation ${request.method} ${request.path} in the contract`);
			throw new Problem(
				allowed ? 405 : 404,
				allowed ? `Method not allowed, only ${allowed.join(', ')}` : 'Not Found',
			);
		}
		entry.operationId = operation.operationId;
		if (request.malformed && operation.requestBody) throw new Problem(400, 'Syntax error');
		const query = checked(operation, params, request, entry);
		const call = {
			contract,
			state,
			settings,
			lag,
			startedAt,
			account: caller,
			params,
			query,
			isLd: formatOf(operation, mediaType, entry) === LD_TYPE,
			now: clock.now(),
			body: request.json,
			ip: request.ip,
			path: request.path,
			rawQuery: request.rawQuery,
		};
		const own = lag.noting(() => HANDLERS[operation.operationId](call)(call));
		webhooks.answered(operation, own);
		return { mediaType: call.isLd ? LD_TYPE : JSON_TYPE, ...own };
	}

	/** A document comes as what it is, whatever Accept says. */
	function respondsWithFile({ method, path }) {
		const content = contract.match(method, path).operation?.responses[200]?.content ?? {};
		return PDF_TYPE in content || CSV_TYPE in content;
	}

	/** Some operations know only one format, whatever is asked for. */
	function formatOf(operation, asked, entry) {
		const [, success] = Object.entries(operation.responses).find(
			([status]) => Number(status) < 300,
		);
		const formats = Object.keys(success.content ?? { [asked]: {} });
		if (formats.includes(asked)) return asked;
		if (asked === LD_TYPE && formats.includes(JSON_TYPE))
			entry.warnings.push(`only ${formats.join(', ')} is documented`);
		return formats[0];
	}

	/** The query without what the contract does not know. */
	function checked(operation, params, request, entry) {
		const { faults, query, unknown } = contract.checkRequest(operation, {
			...request,
			params,
			body: request.json,
		});
		entry.warnings.push(...unknown);
		const lists = listsOfParts(operation, request.query);
		if (settings.unknownFilters === 'refuse' && operation.path.startsWith('/sms/ops/'))
			refuseUnknown(request.query, { ...query, ...lists });
		if (faults.length === 0) return { ...query, ...lists };
		if (faults.some((fault) => fault.in === 'path')) {
			entry.warnings.push(
				...faults
					.filter((f) => f.in === 'path')
					.map((f) => `path parameter ${f.field} has the wrong shape`),
			);
			throw new Problem(404, 'Not Found');
		}
		const isQuery = faults.some((fault) => fault.in === 'query');
		const status = (isQuery ? [422, 400] : [400, 422]).find((code) => operation.responses[code]);
		if (status) throw invalid(faults, status);
		// Lists document neither 400 nor 422: a filter that cannot be read is left out.
		for (const name of Object.keys(query)) {
			if (!faults.some(({ field }) => field === name || field.startsWith(`${name}[`))) continue;
			entry.warnings.push(`query parameter ${name} has the wrong shape`);
			delete query[name];
		}
		return { ...query, ...lists };
	}

	return {
		name: 'lox24',
		contract,
		lift() {
			block.lift();
			webhooks.stop();
		},
		close: webhooks.stop,
		webhooks,
		advance,
		errorBody: (status, detail = 'The sandbox was asked to fail here') =>
			new Problem(status, detail).toJson(),
		otherPath: '/me',
		extraHeaders: () => ({ 'x-lox24-request-id': randomBytes(16).toString('hex') }),
		handle(request, entry) {
			advance();
			const { mediaType, warning } = negotiate(request.headers.accept);
			if (warning && !respondsWithFile(request)) entry.warnings.push(warning);
			const isLd = mediaType === LD_TYPE;
			try {
				return respond(request, entry, mediaType);
			} catch (error) {
				if (!(error instanceof Problem)) throw error;
				return { mediaType, status: error.status, body: isLd ? error.toHydra() : error.toJson() };
			}
		},
	};
}

/** Batch operations that leave out a filter meet more messages than were meant. */
function refuseUnknown(query, known) {
	const names = Object.keys(query).filter((name) => !Object.hasOwn(known, name));
	if (names.length > 0) throw new Problem(422, `Unknown filter: ${names.join(', ')}`);
}

module.exports = { createLox24 };
