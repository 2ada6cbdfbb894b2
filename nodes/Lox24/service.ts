import { BadInput, shown, withoutUser } from '../shared/input/badInput';
import { A_UUID, CODE, POSITIVE_INTEGER } from '../shared/input/path';
import type { Service } from '../shared/service';
import { explain } from './explain';
import { lookUp } from './lookUp';

/** Statuses by which LOX24 refuses the account or the IP, not one request (reference, 2.3). */
const ACCOUNT_REFUSED = new Set([401, 403, 429]);

const A_NUMBER = { pattern: POSITIVE_INTEGER, expected: 'a whole number such as 7116' };
const A_CODE = { pattern: CODE, expected: 'letters, digits, "-" and "_"' };

/** What `exchange` has to know about LOX24. */
export const lox24: Service = {
	name: 'LOX24',

	shapes: {
		blockedNumberId: { ...A_NUMBER, label: 'Blocked Number' },
		bulkId: { ...A_UUID, label: 'Bulk' },
		campaignCode: { ...A_CODE, label: 'Campaign' },
		clickId: { ...A_CODE, label: 'Click' },
		creditNoteId: { ...A_NUMBER, label: 'Credit Note' },
		fraudCheckId: { ...A_UUID, label: 'Fraud Check' },
		groupId: { ...A_NUMBER, label: 'Group' },
		incomingId: { ...A_UUID, label: 'Incoming Message' },
		invoiceId: { ...A_NUMBER, label: 'Invoice' },
		paymentId: { ...A_NUMBER, label: 'Payment' },
		phoneId: { ...A_NUMBER, label: 'Phone ID' },
		shortCode: { ...A_CODE, label: 'Short Link' },
		smsId: { ...A_UUID, label: 'SMS' },
		verifyCodeId: { ...A_UUID, label: 'Verify Code' },
	},

	credentialType: () => 'lox24Api',

	connection: ({ baseUrl }) => ({ baseURL: baseUrl as string }),

	baseUrl(address) {
		const url = typeof address === 'string' ? address.trim().replace(/\/+$/, '') : '';
		if (/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/i.test(url)) return url;
		throw new BadInput(
			`Base URL in the LOX24 credential is not valid: ${shown(withoutUser(address))}`,
			'Expected an address such as https://api.lox24.eu. Nothing was sent.',
		);
	},

	refusesAccount: ({ status }) => status !== undefined && ACCOUNT_REFUSED.has(status),

	// No POST of LOX24 is idempotent, and it has no idempotency key (reference, section 9).
	mayRepeat: (method) => method !== 'POST',

	lookUp,

	explain,
};
