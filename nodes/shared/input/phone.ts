import { BadInput, shown } from './badInput';
import { type About, notValid } from './kind';

/** Invisible marks, such as those a spreadsheet or a chat puts around a number. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034F/gu;

/** Blanks, dots, slashes, brackets and dashes of all kinds. */
const DECORATION = /[\s().\-/\u2010-\u2015\u2212]/g;

/** Numbers with these calling codes never start with 0: nationally, the 0 replaces the code. */
const ZERO_GOES =
	/^\+(20|212|213|233|234|251|254|255|256|260|263|265|267|27|31|32|33|353|355|358|359|370|373|374|380|381|382|383|385|386|387|389|40|41|421|43|44|46|49|51|54|55|58|60|61|62|63|64|66|81|82|84|855|856|86|880|886|90|91|92|93|94|95|961|962|964|966|971|972|976|977|98|992|993|994|995|996|998)0/;

/** Other prefixes that replace the code nationally. */
const OTHER_GOES = /^\+(?:(36)06|(7)8(?=\d{10}$)|(1)1(?=\d{10}$)|(375)80(?=\d{9}$))/;

/** With these, it is part of the number. */
const ZERO_STAYS = /^(\+|00)(39|378|379|225|241|242)/;

/** How a spreadsheet shows a number that is too long for its cell. */
const ROUNDED = /^\d([.,]\d+)?E\+?\d+$/i;

/**
 * Takes out of a number what people put in for reading; `00` becomes `+`. The zero in
 * `+49 (0)151` is dialled only without the country code.
 *
 * @returns digits with or without `+`, or whatever else was given
 * @throws BadInput for what cannot be one number, whatever it may be called with
 */
export function tidyNumber(value: unknown, about: About): string {
	if (typeof value !== 'string' && typeof value !== 'number') {
		throw notValid(value, about, 'one phone number');
	}
	const given = String(value).replace(INVISIBLE, '').trim();
	if (ROUNDED.test(given)) {
		throw new BadInput(
			`${about.label} is a number that a spreadsheet has rounded: ${shown(value)}`,
			'Format the column as text to keep all digits. Nothing was sent.',
		);
	}
	if (holdsSeveral(given)) {
		throw new BadInput(
			`${about.label} holds more than one number: ${shown(value)}`,
			'Expected one phone number; use one item for each. Nothing was sent.',
		);
	}
	// A spreadsheet number that became text via a decimal.
	const [, whole, fraction] = /^(\+?\d[\d ]{6,})[.,](0+|\d{1,2})$/.exec(given) ?? [];
	if (fraction !== undefined && /[^0]/.test(fraction)) {
		throw notValid(value, about, 'a phone number without a fraction');
	}
	const number = whole ?? given;
	const isInternational = /^(\+|00)/.test(number);
	const stays = ZERO_STAYS.test(number.replace(/[^+\d]/g, ''));
	const bare = isInternational ? number.replace(/\(\s*0\s*\)/, stays ? '0' : '') : number;
	const tidy = bare.replace(DECORATION, '').replace(/^00/, '+');
	const without = tidy
		.replace(ZERO_GOES, '+$1')
		.replace(
			OTHER_GOES,
			(_all, ...codes: Array<string | undefined>) => `+${codes.slice(0, 4).join('')}`,
		);
	if (without === tidy) return tidy;
	throw new BadInput(
		`${about.label} has a national prefix after the country code: ${shown(value)}`,
		`Write it as ${without}. Nothing was sent.`,
	);
}

/** Two numbers in one cell, on separate lines or with a separator. */
function holdsSeveral(given: string): boolean {
	const parts = given.split(
		/[\r\n\t\v\f\u0085\u2028\u2029;,|]+|\s[/\u2010-\u2015-]\s|\b(?:or|and|oder|und)\b/i,
	);
	const long = parts.filter((part) => part.replace(/\D/g, '').length >= 6);
	return long.length > 1 || (given.match(/\+/g) ?? []).length > 1;
}
