import { BadInput, prepared, shown } from '../../shared/input/badInput';
import { tidyNumber } from '../resources/phoneNumber';

/** A number that can be blocked: 4 to 20 digits with a plus (reference, section 2.6). */
export const blockableNumber = prepared(({ body }) => {
	const fields = body as { number?: unknown };
	const number = tidyNumber(fields.number);
	if (!/^\+[0-9]{4,20}$/.test(number)) {
		throw new BadInput(
			`Number is not valid: ${shown(fields.number)}`,
			'Expected a number in international form such as +4915112345678. Nothing was sent.',
		);
	}
	fields.number = number;
});
