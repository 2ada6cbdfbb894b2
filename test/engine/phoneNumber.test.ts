import type { About } from '../../nodes/shared/input/kind';
import { countries } from '../../nodes/Lox24/fields/countries';
import { contactNumber, phone } from '../../nodes/Lox24/fields/phoneNumber';
import { callNumber } from '../../nodes/VoipNow/resources/phoneCall/numbers';

const about = (country?: string): About => ({
	label: 'Phone Number',
	item: {
		getTimezone: () => 'Europe/Berlin',
		getNodeParameter: ((name: string, fallback: unknown) =>
			name === 'options.country' ? (country ?? fallback) : fallback) as never,
	},
});

/** Numbers as people copy them from elsewhere. */
describe('phone numbers', () => {
	const good = [
		['+49 151 123-456 78', '+4915112345678'],
		['0049 (151) 123.456/78', '+4915112345678'],
		['+49 (0)151 12345678', '+4915112345678'],
		['0049 ( 0 ) 151 12345678', '+4915112345678'],
		['+49\u2011151\u201112345678', '+4915112345678'],
		['\u202A+4915112345678\u202C', '+4915112345678'],
		['+49\u00A0151\u00A012345678', '+4915112345678'],
		['\uFEFF+4915112345678\uFE0F', '+4915112345678'],
		['+49\u00AD15112345678', '+4915112345678'],
		['+1 (212) 555-0100', '+12125550100'],
		['+39 06 1234567', '+39061234567'],
		['+39 (0)6 1234567', '+39061234567'],
	];

	test.each(good)('%j is %s', (given, expected) => {
		expect(phone(given, about())).toBe(expected);
	});

	const bad = [
		['0151 12345678', 'has no country code'],
		['(0)151 12345678', 'has no country code'],
		[491713920001, 'has no country code'],
		['+', 'is not valid'],
		['+0151', 'is not valid'],
		['abc', 'is not valid'],
		['#N/A', 'is not valid'],
		['+49 151 1234567890123', 'is not valid'],
		['+49 0171 3920001', 'Write it as +491713920001'],
		['+44 07911 123456', 'Write it as +447911123456'],
		['+4915112345678\n+4915112345679', 'holds more than one number'],
		['030 12345678 / 030 87654321', 'holds more than one number'],
		['+4915112345678;+4915112345679', 'holds more than one number'],
		['+49151123 or +49151124', 'holds more than one number'],
		['4.9E+11', 'has rounded'],
		['491713920001.5', 'is not valid'],
		[4.5, 'is not valid'],
		[true, 'is not valid'],
		[{ phone: '+4915112345678' }, 'is not valid'],
		[['+4915112345678', '+4915112345679'], 'is not valid'],
	];

	test.each(bad as Array<[unknown, string]>)('%j: %s', (given, says) => {
		const refusal = () => phone(given, about());
		expect(refusal).toThrow();
		try {
			refusal();
		} catch (error) {
			const { message, description } = error as Error & { description: string };
			expect(`${message} ${description}`).toContain(says);
			expect(message).toContain('Phone Number');
		}
	});

	test('a zero behind the code is refused for every country whose prefix is 0, and for no other', () => {
		for (const { code, trunk, digits } of Object.values(countries)) {
			const number = `+${code}0${'1'.repeat(digits[0])}`;
			if (trunk === '0')
				expect(() => phone(number, about())).toThrow('has a national prefix after');
			else expect(phone(number, about())).toBe(number);
		}
	});

	test.each(['', ' ', '\u200B'])('%j is empty', (given) => {
		expect(phone(given, about())).toBeUndefined();
	});

	test.each([
		['DE', '0171 3920001', '+491713920001'],
		['DE', 491713920001, '+491713920001'],
		['DE', '491713920001.0', '+491713920001'],
		['DE', '+43 664 1234567', '+436641234567'],
		['AT', '0664/1234567', '+436641234567'],
		['IT', '06 1234567', '+39061234567'],
		['IT', '347 1234567', '+393471234567'],
		['IT', '393471234567', '+393471234567'],
		['GB', '07911 123456', '+447911123456'],
		['CH', '079 123 45 67', '+41791234567'],
		['US', '(212) 555-0100', '+12125550100'],
		['US', '1 212 555 0100', '+12125550100'],
		['HU', '06 30 123 4567', '+36301234567'],
		['ES', '612 345 678', '+34612345678'],
		['PL', '512345678', '+48512345678'],
	])('of %s, %j is %s', (country, given, expected) => {
		expect(phone(given, about(country))).toBe(expected);
	});

	test.each([
		['DE', '12'],
		['CH', '079 123'],
		['XX', '0171 3920001'],
	])('of %s, %j is refused', (country, given) => {
		expect(() => phone(given, about(country))).toThrow('is not valid');
	});

	test('a contact group takes any text, but no number that a spreadsheet has spoilt', () => {
		const read = contactNumber(30);
		expect(read(' +49 (151) 📞 ', about())).toBe(' +49 (151) 📞 ');
		expect(read(4915112345678, about())).toBe('4915112345678');
		expect(read('0171 3920001', about('DE'))).toBe('+491713920001');
		expect(read(' ', about())).toBeUndefined();
		for (const spoilt of ['4.9E+11', '#N/A', '#REF!', { a: 1 }, ['1'], true]) {
			expect(() => read(spoilt, about())).toThrow('Phone Number');
		}
	});

	test.each([
		['0003*210', '0003*210'],
		['+49 (0)171 392-0001', '+491713920001'],
		['1 (555) 123-4567', '15551234567'],
		['0049 171 3920001', '00491713920001'],
		[210, '210'],
		['491713920001.0', '491713920001'],
	])('VoipNow dials %j as %s', (given, expected) => {
		expect(callNumber(given, about())).toBe(expected);
	});

	test.each(['030 1234567\n030 7654321', '+49 0171 3920001', '4.9E+11', { a: 1 }, '210; 0003*211'])(
		'VoipNow does not dial %j',
		(given) => {
			expect(() => callNumber(given, about())).toThrow('Phone Number');
		},
	);
});
