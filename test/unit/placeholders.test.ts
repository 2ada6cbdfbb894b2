import fc from 'fast-check';

import { checkShortLinks, columnsIn, titleFor } from '../../nodes/Lox24/fields/placeholders';

describe('placeholders in a text', () => {
	test.each([
		['Dear [Name], see you at [Next visit]. [Name]!', ['Name', 'Next visit']],
		['[slink eGxoGRMq] [SLINK x] [slink]', []],
		['[slinky] and [slink_x]', ['slinky', 'slink_x']],
		['[] [ ] [[Name]] ]x[', ['Name']],
		['[two\nlines]', []],
		[`[${'x'.repeat(50)}] [${'y'.repeat(51)}]`, ['x'.repeat(50)]],
		['[5 EUR] [ Name ]', ['5 EUR', ' Name ']],
		['no brackets', []],
	])('%j', (text, columns) => {
		expect(columnsIn(text)).toEqual(columns);
	});

	test('what is found stands in the text as it is, whatever the text is', () => {
		const text = fc.string({ unit: fc.constantFrom('[', ']', ' ', '\n', 'a', 'slink', '📞') });
		fc.assert(
			fc.property(text, (given) => {
				for (const name of columnsIn(given)) expect(given).toContain(`[${name}]`);
			}),
		);
	});

	test.each(['[slink eGxoGRMq]', 'a [slink a-b_C9] b [slink x]', '[slinky]', '[Name]', 'slink x'])(
		'a short link that is one, or none was meant: %j',
		(text) => expect(() => checkShortLinks(text, 'Text')).not.toThrow(),
	);

	test.each([
		...['[slink]', '[slink ]', '[slink  eGxoGRMq]', '[slink eGxoGRMq ]', '[ slink eGxoGRMq]'],
		...['[Slink eGxoGRMq]', '[slink: eGxoGRMq]', '[slink a b]', '[slink-x]', '[slink ../..]'],
		...['[slink https://l24.pw/x]', '[slink {{ $json.id }}]', `[slink ${'x'.repeat(65)}]`],
	])('a short link that would reach people as it stands: %j', (text) => {
		expect(() => checkShortLinks(`Hello ${text}`, 'Text')).toThrow(
			'Text has a short link without the ID of a campaign: "[',
		);
	});

	test('a column may be called slink', () => {
		expect(() => checkShortLinks('[slink]', 'Text', ['slink'])).not.toThrow();
	});

	test.each([
		['Name', ['name', 'Name'], 'Name'],
		[' NAME\u200B', ['Name', 'Place'], 'Name'],
		['Cafe\u0301', ['Café'], 'Café'],
		['NAME', ['name', 'Name'], undefined],
		['Nam', ['Name'], undefined],
		['Name', [], undefined],
	])('the title meant by %j among %j', (name, titles, title) => {
		expect(titleFor(name, titles)).toBe(title);
	});
});
