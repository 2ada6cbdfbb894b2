import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { isObject } from '../shared/answer/answer';
import type { Failure } from '../shared/answer/failure';
import type { Service } from '../shared/service';
import { toOrigin } from './address';
import { explain } from './explain';
import { readList } from './readList';

const TOO_MANY = 429;

const RENEWABLE = 'voipNowOAuth2Api';

/** Both spellings occur in the documentation; some answers carry no code (reference, 4.1). */
const TOKEN_REFUSED = new Set(['', 'access_denied', 'access_denided']);

/**
 * Whether the token is refused; the vendor's clients see 403 as well (reference, section 2.4). A
 * code of its own, such as "pce_access_denied", is about one request and not about the token.
 */
function refusesToken({ status, details }: Pick<Failure, 'status' | 'details'>): boolean {
	return (status === 401 || status === 403) && TOKEN_REFUSED.has(String(details?.code ?? ''));
}

/** What `exchange` has to know about VoipNow. */
export const voipNow: Service = {
	name: 'VoipNow',

	shapes: {
		userId: {
			label: 'User ID',
			pattern: /^(@me|@viewer|@owner|\d{1,20})$/,
			expected: '@me, @viewer, @owner or the number of an account',
		},
		extension: {
			label: 'Extension',
			// Where "@self" is not possible, the field `extension` refuses it by itself.
			pattern: /^(@self|(?=.*\d)[0-9*]{1,32})$/,
			expected: 'digits and an asterisk such as 0003*210',
		},
		eventType: { label: 'Event Type', pattern: /^[0-4]$/, expected: 'a number from 0 to 4' },
		eventId: {
			label: 'Event ID',
			pattern: /^[A-Za-z0-9]{1,255}$/,
			expected: 'letters and digits such as NqeyDRqo4FtabmFj8gNWq3hsiGNYyq',
		},
		agent: {
			label: 'Agent',
			// A remote agent has an ID of digits and "+" (reference, section 3).
			pattern: /^[0-9*+]{1,64}$/,
			expected: 'digits with "*" or "+" such as 0003*210',
		},
		phoneCallId: {
			label: 'Phone Call',
			// 20 hexadecimal characters in all samples; only "alphanumeric" is stated.
			pattern: /^[A-Za-z0-9]{1,255}$/,
			expected: 'letters and digits such as 53bec7de3c242d5f87e5',
		},
	},

	credentialType: (context) =>
		context.getNode().parameters.authentication === 'oAuth2' ? RENEWABLE : 'voipNowApi',

	oAuth2: {
		credentialType: RENEWABLE,
		refusesToken,
		refusedApp:
			'Check Client ID (the App key) and Client Secret (the App secret) in the credential. For Client Credentials the app must be marked as trusted in VoipNow, under Unified Communications, Integrations, Apps.',
	},

	connection: ({ baseUrl, ignoreSSLIssues }) => ({
		baseURL: baseUrl as string,
		skipSslCertificateValidation: ignoreSSLIssues === true,
	}),

	baseUrl: (address) => `${toOrigin(address)}/uapi`,

	refusesAccount: (refusal) => refusal.status === TOO_MANY || refusesToken(refusal),

	// A PUT on a call transfers it or makes a phone ring; other PUTs set what they are given.
	mayRepeat: (method, path) =>
		method === 'GET' || (method === 'PUT' && !path.startsWith('/phoneCalls/')),

	refusesInSuccess: ({ body }) => isObject(body) && isObject(body.error) && 'code' in body.error,

	otherForm: (request, status) =>
		status === 404 || status === 501
			? (createEventByType(request) ?? statisticsOfList(request))
			: undefined,

	readList,

	explain,
};

/**
 * Newer systems may want the type of a new call event in the path; all known clients leave it
 * out (reference, section 13).
 */
function createEventByType(request: IHttpRequestOptions): IHttpRequestOptions | undefined {
	if (request.method !== 'POST' || !request.url.endsWith('/phoneCallEvents')) return undefined;
	const type = String((request.body as IDataObject).type);
	return /^[0-4]$/.test(type) ? { ...request, url: `${request.url}/${type}` } : undefined;
}

/** Older systems have the statistics with the list of calls only (reference, section 9). */
function statisticsOfList(request: IHttpRequestOptions): IHttpRequestOptions | undefined {
	const [, account] = /^\/cdr\/stats\/([^/]+)$/.exec(request.url) ?? [];
	return account
		? { ...request, url: `/cdr/${account}`, qs: { ...request.qs, count: 1 } }
		: undefined;
}
