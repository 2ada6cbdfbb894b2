import { isObject } from '../shared/answer';
import { BadInput, shown } from '../shared/badInput';
import type { Service } from '../shared/service';
import { explain } from './explain';

/** Statuses by which VoipNow refuses the token; its vendor's clients see 403 (reference, 2.4). */
const ACCOUNT_REFUSED = new Set([401, 403, 429]);

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
			// "@self" is refused by the operations on one extension (reference, section 6.3).
			pattern: /^[0-9*]{1,32}$/,
			expected: 'digits and an asterisk such as 0003*210; "@self" is not possible here',
		},
		eventType: { label: 'Event Type', pattern: /^[0-4]$/, expected: 'a number from 0 to 4' },
		eventId: {
			label: 'Event ID',
			pattern: /^[A-Za-z0-9]{1,255}$/,
			expected: 'letters and digits such as NqeyDRqo4FtabmFj8gNWq3hsiGNYyq',
		},
	},

	credentialType: () => 'voipNowApi',

	connection: ({ baseUrl, ignoreSSLIssues }) => ({
		baseURL: baseUrl as string,
		skipSslCertificateValidation: ignoreSSLIssues === true,
	}),

	baseUrl(address) {
		const given = typeof address === 'string' ? address.trim() : '';
		const host = /^(?:https?:\/\/)?(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?\/*$/i;
		if (!host.test(given)) {
			throw new BadInput(
				`Host in the VoipNow credential is not valid: ${shown(address)}`,
				'Expected the host alone, such as https://voipnow.example.com, without a path. Nothing was sent.',
			);
		}
		const withScheme = /^https?:\/\//i.test(given) ? given : `https://${given}`;
		return `${withScheme.replace(/\/+$/, '')}/uapi`;
	},

	refusesAccount: (status) => ACCOUNT_REFUSED.has(status),

	// A PUT on a call transfers it or makes a phone ring; other PUTs set what they are given.
	mayRepeat: (method, path) =>
		method === 'GET' || (method === 'PUT' && !path.startsWith('/phoneCalls/')),

	refusesInSuccess: ({ body }) => isObject(body) && isObject(body.error) && 'code' in body.error,

	explain,
};
