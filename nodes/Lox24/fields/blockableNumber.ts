import { notValid, type Reader } from '../../shared/input/kind';
import { phone } from './phoneNumber';

/**
 * A number with a plus and 4 to 20 digits, as numbers are blocked (docs/api/lox24.md, "Field
 * rules").
 */
export const blockableNumber: Reader = (value, about) => {
	const number = phone(value, about) as string | undefined;
	if (number === undefined || /^\+[0-9]{4,20}$/.test(number)) return number;
	throw notValid(value, about, 'a number in international form such as +4915112345678');
};
