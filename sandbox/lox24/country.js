'use strict';

/** A few dialling codes, longest first; the real service knows all. */
const COUNTRIES = [
	['+352', 'LU'],
	['+423', 'LI'],
	['+31', 'NL'],
	['+32', 'BE'],
	['+33', 'FR'],
	['+34', 'ES'],
	['+39', 'IT'],
	['+41', 'CH'],
	['+43', 'AT'],
	['+44', 'GB'],
	['+45', 'DK'],
	['+46', 'SE'],
	['+47', 'NO'],
	['+48', 'PL'],
	['+49', 'DE'],
	['+93', 'AF'],
	['+1', 'US'],
];

/**
 * @param {string} phone E.164 number
 * @returns {string} ISO 3166-1 alpha-2 code; ZZ, which is no country, for those not known here
 */
function countryOf(phone) {
	return COUNTRIES.find(([prefix]) => phone.startsWith(prefix))?.[1] ?? 'ZZ';
}

module.exports = { countryOf };
