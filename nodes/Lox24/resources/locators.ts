import type { INodeProperties } from 'n8n-workflow';

import { POSITIVE_INTEGER, UUID } from '../../shared/path';

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

export const bulkId = byId(
	'Bulk',
	'bulkId',
	// The locator's check knows no flags, so both cases are written out.
	new RegExp(UUID.source.replace(/a-f/g, 'a-fA-F')),
	'da0fa78c-4699-11ea-a637-96000028b339',
	'A bulk ID is a UUID of 36 characters',
);

export const groupId = byId(
	'Group',
	'groupId',
	POSITIVE_INTEGER,
	'7116',
	'A group ID is a whole number',
);

// "Phone" alone would be taken for the number.
export const phoneId = byId(
	'Phone ID',
	'phoneId',
	POSITIVE_INTEGER,
	'12344',
	'A phone ID is a whole number; it is not the phone number itself',
);
