import type { INodeProperties } from 'n8n-workflow';

import { BadInput, prepared, shown } from '../../shared/input/badInput';

const E164 = /^\+[1-9]\d{1,14}$/;

/** Removes blanks, dashes, dots, slashes and brackets from a number; `00` becomes `+`. */
export function tidyNumber(value: unknown): string {
	return String(value ?? '')
		.replace(/[\s().\-/]/g, '')
		.replace(/^00/, '+');
}

/**
 * Brings a number into the form that LOX24 takes.
 *
 * @throws BadInput when the result is not a number in international form (E.164)
 */
export function toE164(value: unknown, label: string): string {
	const digits = tidyNumber(value);
	if (E164.test(digits)) return digits;
	throw new BadInput(
		`${label} is not valid: ${shown(value)}`,
		'Expected a number in international form such as +4915112345678. Nothing was sent.',
	);
}

/** Whom a message is for. */
export const recipient: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phone',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +4915112345678',
	description:
		'Number of the recipient in international form. Blanks, dashes and brackets are removed, 00 becomes +.',
	routing: {
		send: {
			type: 'body',
			property: 'phone',
			preSend: [
				prepared(({ body }) => {
					const fields = body as { phone?: unknown };
					fields.phone = toE164(fields.phone, 'Phone Number');
				}),
			],
		},
	},
};
