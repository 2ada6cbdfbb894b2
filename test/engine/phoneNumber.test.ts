import { toE164 } from '../../nodes/Lox24/resources/phoneNumber';

/** Numbers as people copy them from elsewhere. */
describe('phone numbers', () => {
	test.each([
		['+49 151 123-456 78', '+4915112345678'],
		['0049 (151) 123.456/78', '+4915112345678'],
		['+49 (0)151 12345678', '+4915112345678'],
		['0049 ( 0 ) 151 12345678', '+4915112345678'],
		['+49\u2011151\u201112345678', '+4915112345678'],
		['\u202A+4915112345678\u202C', '+4915112345678'],
		['+49\u00A0151\u00A012345678', '+4915112345678'],
		['+1 (212) 555-0100', '+12125550100'],
	])('%j is %s', (given, expected) => {
		expect(toE164(given, 'Phone Number')).toBe(expected);
	});

	test.each(['0151 12345678', '(0)151 12345678', '', '+', '+0151', 'abc', '+49 151 1234567890123'])(
		'%j is refused, as it was written',
		(given) => {
			expect(() => toE164(given, 'Phone Number')).toThrow(JSON.stringify(given));
		},
	);
});
