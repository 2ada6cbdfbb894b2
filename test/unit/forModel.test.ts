import fc from 'fast-check';

import { inShort, withoutSecretAddresses, withoutWord } from '../../nodes/shared/response/forModel';

describe('in short', () => {
	test('what says nothing is left out, and a time comes once', () => {
		const json = {
			a: 0,
			b: null,
			c: '',
			d: false,
			e: [],
			at: 1,
			at_iso: 'then',
			on: 0,
			on_iso: null,
		};
		expect(inShort(json)).toEqual({ a: 0, d: false, e: [], at_iso: 'then' });
	});

	test('a time that cannot be read stays as it came', () => {
		expect(inShort({ at: 'soon', at_iso: null })).toEqual({ at: 'soon' });
	});

	test('an object that says nothing at all comes as it is', () => {
		expect(inShort({ a: null })).toEqual({ a: null });
	});
});

describe('without a word', () => {
	test('it goes from all texts, also deep inside', () => {
		expect(withoutWord({ a: ['Your code: 1234.', { b: '1234' }], c: 1234 }, '1234')).toEqual({
			a: ['Your code: ….', { b: '…' }],
			c: 1234,
		});
	});

	test.each(['12345', 'a1234', '01234', '1234ä'])('a part of %s stays', (text) => {
		expect(withoutWord(text, '1234')).toBe(text);
	});

	test('whatever the word, it is gone where it stands alone', () => {
		const word = fc.string({ minLength: 4, maxLength: 8 });
		fc.assert(
			fc.property(word, (one) => {
				expect(withoutWord(` ${one} `, one)).not.toContain(` ${one} `);
			}),
		);
	});
});

describe('without secret addresses', () => {
	test.each([
		[
			'https://n8n.example/webhook-waiting/12/ab?signature=f0',
			'https://n8n.example/webhook-waiting/…',
		],
		['see <http://h/n8n/form-waiting/12>.', 'see <http://h/n8n/form-waiting/…>.'],
		['https://h/?a=1&access_token=x.y-z&b=2', 'https://h/?a=1&access_token=…&b=2'],
		['https://h/?X-Amz-Signature=abc', 'https://h/?X-Amz-Signature=…'],
		['https://h/?a=1&amp;token=abc', 'https://h/?a=1&amp;token=…'],
		['https://h/#password=abc&c', 'https://h/#password=…&c'],
	])('%s', (text, left) => {
		expect(withoutSecretAddresses({ text: [text] })).toEqual({ text: [left] });
	});

	test.each(['https://h/?page=2&tokens=3', 'token=abc without an address', 'https://h/waiting/12'])(
		'%s stays',
		(text) => {
			expect(withoutSecretAddresses(text)).toBe(text);
		},
	);
});
