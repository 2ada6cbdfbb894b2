import type { INodeProperties } from 'n8n-workflow';

import { BadInput, prepared, shown } from '../../shared/input/badInput';

const E164 = /^\+[1-9]\d{1,14}$/;

/** Blanks, dots, slashes, brackets, dashes of all kinds, and marks that nobody sees. */
const DECORATION = /[\s().\-/\u00AD\u2010-\u2015\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/**
 * Removes from a number what people put in for reading; `00` becomes `+`. The zero in
 * `+49 (0)151` is dialled only without the country code.
 */
export function tidyNumber(value: unknown): string {
	const text = String(value ?? '').replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '');
	const international = /^\s*(\+|00)/.test(text) ? text.replace(/\(\s*0\s*\)/, '') : text;
	return international.replace(DECORATION, '').replace(/^00/, '+');
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
