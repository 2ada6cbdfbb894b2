import fc from 'fast-check';

import { parseCsv, separatorOf, textOf } from '../../nodes/shared/response/csv';

/** Values with all that has a meaning in CSV, and what people write. */
const value = fc.oneof(
	fc.string({
		unit: fc.constantFrom(
			'"',
			',',
			';',
			'\t',
			'\n',
			'\r',
			'\\',
			"'",
			' ',
			'a',
			'Ü',
			'📞',
			'\uFEFF',
		),
	}),
	fc.string({ unit: 'grapheme' }),
);

/** At least two columns: a line with one empty value is an empty line. */
const table = fc
	.integer({ min: 2, max: 8 })
	.chain((columns) =>
		fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: 1 }),
	);

const form = fc.record({
	separator: fc.constantFrom(',', ';', '\t', '|'),
	lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
	quotesAll: fc.boolean(),
	endsWithLine: fc.boolean(),
});

type Form = typeof form extends fc.Arbitrary<infer T> ? T : never;

function write(rows: string[][], { separator, lineEnd, quotesAll, endsWithLine }: Form): string {
	const quoted = (one: string) =>
		quotesAll || one.includes(separator) || /["\r\n]/.test(one)
			? `"${one.replaceAll('"', '""')}"`
			: one;
	const lines = rows.map((row) => row.map(quoted).join(separator));
	return lines.join(lineEnd) + (endsWithLine ? lineEnd : '');
}

describe('CSV', () => {
	test('whatever is in the values, they come back as they were', () => {
		fc.assert(
			fc.property(table, form, (rows, one) => {
				expect(parseCsv(write(rows, one), one.separator)).toEqual({ rows, isComplete: true });
			}),
		);
	});

	test('any text at all is read without an error, and no value is longer than the text', () => {
		fc.assert(
			fc.property(value, (content) => {
				const { rows } = parseCsv(content, ',');
				expect(rows.flat().join('').length).toBeLessThanOrEqual(content.length);
			}),
		);
	});

	test('what is cut off inside of a quoted value is not complete', () => {
		fc.assert(
			fc.property(table, form, (rows, one) => {
				const content = `${write(rows, { ...one, endsWithLine: true })}"+4915`;
				expect(parseCsv(content, one.separator)).toEqual({ rows, isComplete: false });
			}),
		);
	});

	test.each([
		['an empty file', '', []],
		[
			'a line that is empty, and none at the end',
			'a,b\n\n1,2',
			[
				['a', 'b'],
				['1', '2'],
			],
		],
		[
			'an empty value at the end',
			'a,b,\n,,\n',
			[
				['a', 'b', ''],
				['', '', ''],
			],
		],
		['a quote inside of a value without quotes', '5" pipe,b', [['5" pipe', 'b']]],
		['a quote behind a backslash, as PHP writes it', '"a\\"b",c', [['a\\"b', 'c']]],
		['blanks around values stay', ' a , b', [[' a ', ' b']]],
	])('%s', (_case, content, rows) => {
		expect(parseCsv(content)).toEqual({ rows, isComplete: true });
	});

	test('the separator is the one in the first line, outside of quotes', () => {
		expect(separatorOf('id;phone;"a,b,c,d,e";x\n1,2,3,4,5,6,7')).toBe(';');
		expect(separatorOf('id\tphone\n')).toBe('\t');
		expect(separatorOf('id,phone')).toBe(',');
		expect(separatorOf('')).toBe(',');
	});

	test.each([
		['UTF-8', Buffer.from('Müller €')],
		['UTF-8 with its mark', Buffer.from('\uFEFFMüller €')],
		['UTF-16 with its mark', Buffer.from('\uFEFFMüller €', 'utf16le')],
		['the encoding of Windows', Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80])],
	])('the text of a file in %s', (_name, bytes) => {
		expect(textOf(bytes)).toBe('Müller €');
	});
});
