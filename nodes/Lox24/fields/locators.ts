import type { INodeProperties } from 'n8n-workflow';

import { CODE, POSITIVE_INTEGER, UUID } from '../../shared/input/path';
import { without } from '../../shared/without';

/** Picks one entry by its ID; the editor checks the shape while the user types. */
function byId(
	displayName: string,
	name: string,
	pattern: RegExp,
	example: string,
	hint: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		required: true,
		default: { mode: 'id', value: '' },
		modes: [
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${example}`,
				validation: [{ type: 'regex', properties: { regex: pattern.source, errorMessage: hint } }],
			},
		],
	};
}

/** Adds a list to pick from as the first mode. */
function withList(locator: INodeProperties, searchListMethod: string): INodeProperties {
	return {
		...locator,
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			...(locator.modes ?? []),
		],
	};
}

function byUuid(displayName: string, name: string): INodeProperties {
	return byId(
		displayName,
		name,
		// The locator's check knows no flags, so both cases are written out.
		new RegExp(UUID.source.replace(/a-f/g, 'a-fA-F')),
		'da0fa78c-4699-11ea-a637-96000028b339',
		'This ID is a UUID of 36 characters',
	);
}

function byNumber(displayName: string, name: string): INodeProperties {
	return byId(displayName, name, POSITIVE_INTEGER, '1234', 'This ID is a whole number');
}

function byCode(displayName: string, name: string): INodeProperties {
	return byId(displayName, name, CODE, 'aB3x', 'A code has letters, digits, "-" and "_"');
}

export const blockedNumberId = byNumber('Blocked Number', 'blockedNumberId');
export const bulkId = withList(byUuid('Bulk', 'bulkId'), 'searchBulks');
export const campaignCode = withList(byCode('Campaign', 'campaignCode'), 'searchCampaigns');
export const clickId = byCode('Click', 'clickId');
export const creditNoteId = byNumber('Credit Note', 'creditNoteId');
export const fraudCheckId = byUuid('Fraud Check', 'fraudCheckId');
export const incomingId = byUuid('Incoming Message', 'incomingId');
export const invoiceId = byNumber('Invoice', 'invoiceId');
export const paymentId = byNumber('Payment', 'paymentId');
export const shortCode = byCode('Short Link', 'shortCode');
export const smsId = byUuid('SMS', 'smsId');
export const verifyCodeId = byUuid('Verify Code', 'verifyCodeId');

export const groupId = withList(
	byId('Group', 'groupId', POSITIVE_INTEGER, '7116', 'A group ID is a whole number'),
	'searchGroups',
);

// "Phone" alone would be mistaken for the number.
export const phoneId = withList(
	byId(
		'Phone ID',
		'phoneId',
		POSITIVE_INTEGER,
		'12344',
		'A phone ID is a whole number; it is not the phone number itself',
	),
	'searchPhones',
);

/** The same locator, but optional: the editor's check of the shape forbids empty values. */
export function optional(locator: INodeProperties): INodeProperties {
	return {
		...locator,
		required: false,
		modes: locator.modes?.map((mode) => without(mode, ['validation'])),
	};
}
