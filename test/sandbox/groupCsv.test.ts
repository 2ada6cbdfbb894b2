import { givenSandbox } from './given';

const given = givenSandbox();

/** Cells by line; no cell of these tests holds both a separator and a line break. */
const cells = (text: string, separator = ',') =>
	text
		.trim()
		.split(/\r?\n/)
		.map((line) => line.split(separator));

describe('the numbers of a group as CSV', () => {
	it('have the titles of the columns, and the name of a file', async () => {
		const { status, text, headers } = await given.lox24('GET', '/groups/7116/file/csv', {
			accept: 'text/csv',
		});
		expect([status, given.lastEntry().warnings]).toEqual([200, []]);
		expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
		expect(headers.get('content-disposition')).toBe('attachment; filename="group-7116.csv"');
		const [titles, first] = cells(text);
		expect(titles.join()).toBe(
			'id,phone,Salutation,Last name,Appointment,Amount,Place,callback_data',
		);
		expect(first.join()).toBe('12344,+93701234500,Mrs.,Miller,2020-01-15 09:00,8.50,town hall,');
		expect(cells(text)).toHaveLength(3);
	});

	it('name columns without a title col_A to col_E', async () => {
		const [titles, anna] = cells((await given.lox24('GET', '/groups/7117/file/csv')).text);
		expect(titles.slice(4)).toEqual(['Next visit', 'col_D', 'col_E', 'callback_data']);
		expect(anna.slice(-3)).toEqual(['', '', 'patient-1']);
	});

	it('are quoted where they must be, in both forms', async () => {
		const body = { phone: '+491701234599', a: 'a "b"', b: 'c,d', c: 'e;f', d: 'g\nh' };
		await given.lox24('POST', '/groups/7117/phones', { body });
		const { text } = await given.lox24('GET', '/groups/7117/file/csv');
		expect(text).toContain(`+491701234599,"a ""b""","c,d",e;f,"g\nh",,\n`);
		given.sandbox.changeSettings({ groupCsv: 'excel' });
		const excel = await given.lox24('GET', '/groups/7117/file/csv');
		expect(excel.text).toContain(`+491701234599;"a ""b""";c,d;"e;f";"g\nh";;\r\n`);
	});

	it('leave only the titles of an empty group', async () => {
		const { id } = (await given.lox24('POST', '/groups', { body: { name: 'None' } })).json;
		expect((await given.lox24('GET', `/groups/${id}/file/csv`)).text).toBe(
			'id,phone,col_A,col_B,col_C,col_D,col_E,callback_data\n',
		);
		expect((await given.lox24('GET', '/groups/9/file/csv')).status).toBe(404);
	});
});
