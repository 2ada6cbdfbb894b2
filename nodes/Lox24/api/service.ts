import { BadInput } from '../../shared/input/badInput';
import { isObject } from '../../shared/response/response';
import type { Service } from '../../shared/service';
import { explain } from './explain';
import { lookUp } from './lookUp';
import { readList } from './readList';
import { shapes } from './shapes';

/**
 * Statuses by which LOX24 refuses the account or the IP, not one request (docs/api/lox24.md,
 * "Errors").
 */
const ACCOUNT_REFUSED = new Set([401, 403, 429]);

/** What the shared code needs to know about LOX24. */
export const lox24: Service = {
	name: 'LOX24',

	shapes,

	credentialType: () => 'lox24Api',

	// The webhook token is never sent to LOX24.
	account: ({ baseUrl, token }) => [String(baseUrl).trim().replace(/\/+$/, ''), token],

	connection: ({ baseUrl }) => ({
		baseURL: toBaseUrl(baseUrl),
		headers: { Accept: 'application/json' },
	}),

	refusesAccount: ({ status }) => status !== undefined && ACCOUNT_REFUSED.has(status),

	// No POST of LOX24 is idempotent, and it has no idempotency key (docs/api/lox24.md, "What a
	// client should do").
	effectOf(method, path) {
		if (method === 'DELETE') return { isIdempotent: true };
		return method === 'POST' && !path.endsWith('/dryrun') ? {} : undefined;
	},

	isGenuine(method, path, { status, body }) {
		if (method === 'GET') return true;
		if (path.endsWith('/dryrun')) return body !== undefined;
		if (body === undefined) return method === 'DELETE' || (method === 'PUT' && status === 204);
		const entries = Array.isArray(body) ? (body as unknown[]) : [body];
		const isBatch = path.endsWith('/phones/batch');
		return isBatch
			? isObject(body) || entries.length > 0
			: entries.length > 0 && entries.every(hasId);
	},

	lookUp,

	readList,

	explain,
};

/**
 * Everything LOX24 creates or changes has one of these, with a value; batches of SMS have a count.
 */
const IDS = ['uuid', 'id', 'deleted_sms_count', 'canceled_sms_count'];

function hasId(entry: unknown): boolean {
	const isId = (value: unknown) =>
		typeof value !== 'object' && /^[\w-]+$/.test(String(value ?? ''));
	return isObject(entry) && IDS.some((key) => isId(entry[key]));
}

/** An invalid address is not quoted: it may contain the token. */
function toBaseUrl(address: unknown): string {
	const url = typeof address === 'string' ? address.trim().replace(/\/+$/, '') : '';
	if (/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/i.test(url)) return url;
	throw new BadInput(
		'Base URL in the LOX24 credential is not valid',
		'Expected an address such as https://api.lox24.eu. Nothing was sent.',
	);
}
