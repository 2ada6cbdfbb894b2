import { A_UUID, CODE, POSITIVE_INTEGER } from '../../shared/input/path';

const A_NUMBER = { pattern: POSITIVE_INTEGER, expected: 'a whole number such as 7116' };
const A_CODE = { pattern: CODE, expected: 'letters, digits, "-" and "_"' };

/** Shapes of the placeholders in LOX24's paths. */
export const shapes = {
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
};
