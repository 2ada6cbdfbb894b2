import { BadInput, prepared, shown } from '../../shared/input/badInput';
import { tidyNumber } from '../resources/phoneNumber';

/**
 * @returns the number with a plus and 4 to 20 digits, as numbers are blocked (reference, 2.6)
 * @throws BadInput when it is none
 */
export function toBlockable(value: unknown, label: string): string {
	const number = tidyNumber(value);
	if (/^\+[0-9]{4,20}$/.test(number)) return number;
	throw new BadInput(
		`${label} is not valid: ${shown(value)}`,
		'Expected a number in international form such as +4915112345678. Nothing was sent.',
	);
}

/** A number that can be blocked. */
export const blockableNumber = prepared(({ body }) => {
	const fields = body as { number?: unknown };
	fields.number = toBlockable(fields.number, 'Number');
});
