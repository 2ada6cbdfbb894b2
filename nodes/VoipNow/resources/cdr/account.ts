import { BadInput, prepared } from '../../../shared/input/badInput';
import { checkShape } from '../../../shared/input/path';

const ACCOUNT = {
	label: 'User ID',
	pattern: /^(@me|@viewer|\d{1,20})$/,
	expected: '@me for the account of the credential, or the number of an account',
};

/**
 * Whose call reports: VoipNow knows numbers only, and takes the account of the token where there is
 * none (docs/api/voipnow.md, "Call reports").
 *
 * @param ownUrl path for the account of the token
 * @param ownQuery what the query needs there
 */
export function callAccount(ownUrl: string, ownQuery: { count?: number } = {}) {
	return prepared(function (request) {
		const account = this.getNodeParameter('userId', '');
		if (account === '@owner') {
			throw new BadInput(
				'User ID is not valid: "@owner"',
				`Expected ${ACCOUNT.expected}. Nothing was sent.`,
			);
		}
		if (!checkShape(account, ACCOUNT).startsWith('@')) return;
		request.url = ownUrl;
		request.qs = { ...request.qs, ...ownQuery };
	});
}
