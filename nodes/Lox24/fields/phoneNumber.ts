import type { INodeProperties } from 'n8n-workflow';

import { inBody } from '../../shared/description/fields';
import { BadInput, shown } from '../../shared/input/badInput';
import { type About, kind, notValid, type Reader, text } from '../../shared/input/kind';
import { tidyNumber } from '../../shared/input/phone';
import { countries, type Country } from './countries';

const E164 = /^\+[1-9]\d{2,14}$/;

const EXAMPLE = 'a number in international form such as +4915112345678';

/** Path of the option below. */
const OPTION = 'options.country';

/** For numbers in national form, and as spreadsheets keep them. */
export const countryOption: INodeProperties = {
	displayName: 'Country for Numbers Without Code',
	name: 'country',
	type: 'options',
	options: Object.entries(countries)
		.map(([value, { name, code }]) => ({ name: `${name} (+${code})`, value }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en')),
	default: 'DE',
	description:
		'Country of numbers without + or 00, such as 0171 3920001 or 491713920001; without this option they are refused',
	// Only read if a number lacks its code.
	routing: { send: { preSend: [kind(text())] } },
};

/**
 * A number in the form that LOX24 takes, E.164. One without a country code is read as a number of
 * the chosen country.
 */
export const phone: Reader = (value, about) => {
	const tidy = tidyNumber(value, about);
	if (tidy === '') return undefined;
	if (E164.test(tidy)) return tidy;
	if (!/^\d{4,15}$/.test(tidy)) throw notValid(value, about, EXAMPLE);
	const country = countryOf(about);
	if (!country) {
		throw new BadInput(
			`${about.label} has no country code: ${shown(value)}`,
			`Write it with + and the code, such as +4915112345678, or choose the option "${countryOption.displayName}". Nothing was sent.`,
		);
	}
	const number = withCode(tidy, country);
	if (number !== undefined) return number;
	throw notValid(value, about, `a number of ${country.name}, or ${EXAMPLE}`);
};

function countryOf({ item, label }: About): Country | undefined {
	const chosen: unknown = item.getNodeParameter(OPTION, null);
	if (chosen === null || chosen === undefined || chosen === '') return undefined;
	const country = countries[String(chosen).trim().toUpperCase()];
	if (country) return country;
	throw notValid(
		chosen,
		{ item, label: countryOption.displayName },
		`two letters such as DE, for ${label}`,
	);
}

/** With the country's prefix, as is, or with its code but no plus. */
function withCode(
	digits: string,
	{ code, trunk, digits: [least, most] }: Country,
): string | undefined {
	const isFit = (rest: string) => rest.length >= least && rest.length <= most;
	const behind = (prefix: string) =>
		prefix !== '' && digits.startsWith(prefix) ? [digits.slice(prefix.length)] : [];
	if (trunk.startsWith('0') && digits.startsWith(trunk)) return withPlus(behind(trunk));
	// One that begins with the code lacks its plus, if it is too long for a number at home or as long
	// as a mobile number. What could be either is not guessed.
	const [international] = behind(code);
	if (international !== undefined && isFit(international)) {
		if (!isFit(digits) || international.length >= 8) return withPlus([international]);
		return undefined;
	}
	return withPlus([...behind(trunk), digits]);

	function withPlus(candidates: string[]): string | undefined {
		const found = candidates.find(isFit);
		return found === undefined ? undefined : `+${code}${found}`;
	}
}

/** A number of a contact group, which may be any text: changed only if a country is chosen. */
export function contactNumber(limit: number): Reader {
	return (value, about) => {
		const given =
			typeof value === 'number' || countryOf(about) ? phoneOrGiven(value, about) : value;
		if (typeof given !== 'string') throw notValid(value, about, 'a phone number');
		if (given.trim() === '') return undefined;
		if (/^#|^\d([.,]\d+)?E\+?\d+$/i.test(given.trim())) throw notValid(value, about, EXAMPLE);
		const { length } = Array.from(given);
		if (length <= limit) return given;
		throw new BadInput(
			`${about.label} is too long: ${length} characters, at most ${limit} are possible`,
			`The text begins with ${shown(given.slice(0, 40))}. Nothing was sent.`,
		);
	};
}

function phoneOrGiven(value: unknown, about: About): unknown {
	return countryOf(about) ? phone(value, about) : tidyNumber(value, about);
}

/** The recipient of a message. */
export const recipient: INodeProperties = inBody(
	{
		displayName: 'Phone Number',
		name: 'phone',
		required: true,
		placeholder: 'e.g. +4915112345678',
		description:
			'Number of the recipient in international form, such as +4915112345678 or 0049 151 1234-5678. For numbers without country code, choose the country under Options.',
	},
	'phone',
	phone,
);

/**
 * A number with a plus and 4 to 20 digits, as numbers are blocked (docs/api/lox24.md, "Field
 * rules").
 */
export const blockableNumber: Reader = (value, about) => {
	const number = phone(value, about) as string | undefined;
	if (number === undefined || /^\+[0-9]{4,20}$/.test(number)) return number;
	throw notValid(value, about, 'a number in international form such as +4915112345678');
};
