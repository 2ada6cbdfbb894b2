import { type About, notValid } from './kind';
import { tidyNumber } from './phone';

/** A sender that is a name. */
const NAME = /^(?=.*\p{L})[\p{L}\d ]{1,11}$/u;

/** With a country code, which never starts with 0. */
const NUMBER = /^\+?[1-9]\d*$/;

/**
 * Reads a list of numbers, in a text or one by one, to compare others with. What is dialled at home
 * only is refused, because no other is ever the same.
 *
 * @returns them as `comparable` gives them
 * @throws BadInput for an entry that no number or sender is like
 */
export function readNumbers(value: unknown, about: About): Set<string> {
	const entries = [value]
		.flat(3)
		.flatMap((one: unknown) => (typeof one === 'string' ? one.split(/[,;\n]/) : [one]))
		.filter((one) => typeof one !== 'string' || one.trim() !== '');
	return new Set(entries.map((entry) => readNumber(entry, about)));
}

function readNumber(entry: unknown, about: About): string {
	if (typeof entry === 'string' && NAME.test(entry.trim())) return comparable(entry);
	const number = tidyNumber(entry, about);
	if (!NUMBER.test(number)) {
		throw notValid(entry, about, 'numbers with country code such as +4915112345678');
	}
	return comparable(number);
}

/** Only the digits of a number: `+49 151 …` and `0049151…` are the same. Senders can be names. */
export function comparable(given: unknown): string {
	// Objects from outside can break `String`.
	const number = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
	const bare = number.replace(/[\p{Cf}\s().\-/\u2010-\u2015]/gu, '');
	return /^\+?\d+$/.test(bare) ? bare.replace(/^(\+|00)/, '') : number.trim().toLowerCase();
}
