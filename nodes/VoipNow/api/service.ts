import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { isObject } from '../../shared/response/response';
import type { Service } from '../../shared/service';
import { toOrigin } from './address';
import { isGenuine } from './collection';
import { explain } from './explain';
import { oAuth2 } from './oAuth2';
import { readList } from './readList';
import { Renewal } from './renewal';

const TOO_MANY = 429;

/** What the shared code needs to know about VoipNow. */
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
			// Where "@self" is not possible, the field `extension` refuses it.
			pattern: /^(@self|(?=.*\d)[0-9*]{1,32})$/,
			expected: 'one extension such as 0003*210 or 210',
		},
		eventType: { label: 'Event Type', pattern: /^[0-4]$/, expected: 'a number from 0 to 4' },
		eventId: {
			label: 'Event ID',
			pattern: /^[A-Za-z0-9]{1,255}$/,
			expected: 'letters and digits such as NqeyDRqo4FtabmFj8gNWq3hsiGNYyq',
		},
		agent: {
			label: 'Agent',
			// A remote agent has an ID of digits and "+" (docs/api/voipnow.md, "Data types").
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
		context.getNode().parameters.authentication === 'oAuth2' ? oAuth2.credentialType : 'voipNowApi',

	tokens: () => new Renewal(voipNow),

	connection: ({ baseUrl, ignoreSSLIssues }) => ({
		baseURL: `${toOrigin(baseUrl)}/uapi`,
		headers: { Accept: 'application/json' },
		skipSslCertificateValidation: ignoreSSLIssues === true,
	}),

	refusesAccount: (refusal) => refusal.status === TOO_MANY || oAuth2.refusesToken(refusal),

	// A PUT on a call transfers it or makes a phone ring; other PUTs set what they are given.
	effectOf(method, path) {
		const isEffect = method === 'PUT' ? path.startsWith('/phoneCalls/') : method !== 'GET';
		return isEffect ? { receivers, costs: true } : undefined;
	},

	isGenuine: (method, _path, response) => method === 'GET' || isGenuine(method, response),

	refusesInSuccess: ({ body }) => isObject(body) && isObject(body.error) && 'code' in body.error,

	otherForm: (request, status) =>
		status === 404 || status === 501
			? (createEventByType(request) ?? statisticsOfList(request))
			: undefined,

	readList,

	explain,
};

/** Who is called, takes a call or receives the fax; and what happens to the call or event. */
function receivers({ phoneCallView, recipients, ...call }: IDataObject): unknown {
	const views = [phoneCallView].flat() as Array<IDataObject | undefined>;
	const { action, sendCallTo, transferNumber, type } = call;
	return [
		...[action, type, recipients, sendCallTo, transferNumber],
		...views.map((view) => [view?.source, view?.destination]),
	];
}

/**
 * Newer systems may want the type of a new call event in the path; all known clients leave it out
 * (docs/api/voipnow.md, "Disagreements between sources").
 */
function createEventByType(request: IHttpRequestOptions): IHttpRequestOptions | undefined {
	if (request.method !== 'POST' || !request.url.endsWith('/phoneCallEvents')) return undefined;
	const type = String((request.body as IDataObject).type);
	return /^[0-4]$/.test(type) ? { ...request, url: `${request.url}/${type}` } : undefined;
}

/**
 * Older systems have the statistics with the list of calls only (docs/api/voipnow.md, "Call
 * reports").
 */
function statisticsOfList(request: IHttpRequestOptions): IHttpRequestOptions | undefined {
	const [, account] = /^\/cdr\/stats\/([^/]+)$/.exec(request.url) ?? [];
	return account
		? { ...request, url: `/cdr/${account}`, qs: { ...request.qs, count: 1 } }
		: undefined;
}
