import { BadInput, shown } from '../shared/badInput';
import { A_UUID, POSITIVE_INTEGER } from '../shared/path';
import type { Service } from '../shared/service';
import { explain } from './explain';

/** Statuses by which LOX24 refuses the account or the IP, not one request (reference, 2.3). */
const ACCOUNT_REFUSED = new Set([401, 403, 429]);

/** What `exchange` has to know about LOX24. */
export const lox24: Service = {
	name: 'LOX24',

	shapes: {
		bulkId: { ...A_UUID, label: 'Bulk ID' },
		groupId: { label: 'Group ID', pattern: POSITIVE_INTEGER, expected: 'a number such as 7116' },
		phoneId: { label: 'Phone ID', pattern: POSITIVE_INTEGER, expected: 'a number such as 12344' },
	},

	credentialType: () => 'lox24Api',

	baseUrl(address) {
		const url = typeof address === 'string' ? address.trim().replace(/\/+$/, '') : '';
		if (/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/i.test(url)) return url;
		throw new BadInput(
			`Base URL in the LOX24 credential is not valid: ${shown(address)}`,
			'Expected an address such as https://api.lox24.eu. Nothing was sent.',
		);
	},

	refusesAccount: (status) => ACCOUNT_REFUSED.has(status),

	// No POST of LOX24 is idempotent, and it has no idempotency key (reference, section 9).
	mayRepeat: (method) => method !== 'POST',

	explain,
};
