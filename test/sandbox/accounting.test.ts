import { createState, seed } from '../../sandbox/state/state';
import { givenSandbox } from './given';

const given = givenSandbox();

async function found(path: string) {
	const response = await given.lox24('GET', path);
	expect([response.status, given.lastEntry().warnings]).toEqual([200, []]);
	return response.json.map(({ id }: { id: unknown }) => id);
}

describe('payments', () => {
	const body = { net_val: 25, type: 'stored_card', method_id: 802 };

	it('are answered as documented, go on with the time and never cost anything', async () => {
		const { json: methods } = await given.lox24('GET', '/payment-methods');
		expect(methods.stored_cards.map(({ id }: { id: number }) => id)).toContain(body.method_id);
		const before = (await given.lox24('GET', '/me')).json.balance_amount;
		const { status, json } = await given.lox24('POST', '/payments', { body });
		expect(status).toBe(201);
		expect(json).toMatchObject({ status: 0, net_val: 25, vat_val: 4.75, amount: 29.75, type: 91 });
		given.sandbox.clock.advance(60);
		expect((await given.lox24('GET', `/payments/${json.id}`)).json).toMatchObject({
			status: 100,
			completed_at: expect.any(Number),
		});
		expect((await given.lox24('GET', '/me')).json.balance_amount).toBe(before);
	});

	it.each([
		[400, {}],
		[400, { ...body, type: 'cash' }],
		[400, { ...body, net_val: '25' }],
		[422, { ...body, method_id: 501 }],
		[422, { ...body, net_val: -1 }],
	])('return %i to %j', async (status, wrong) => {
		const before = given.sandbox.state.payments.size;
		expect((await given.lox24('POST', '/payments', { body: wrong })).status).toBe(status);
		expect(given.sandbox.state.payments.size).toBe(before);
	});

	it.each([
		['', [5003, 5002, 5001]],
		['_order[created_at]=asc', [5001, 5002, 5003]],
		['status=100', [5002, 5001]],
		['type=1', [5001]],
		['id=5002', [5002]],
		['id[]=5001&id[]=5003', [5003, 5001]],
		['created_at[gt]=9999999999', []],
	])('are listed by "%s"', async (query, expected) => {
		expect(await found(`/payments?${query}`)).toEqual(expected);
	});
});

describe('invoices and credit notes', () => {
	it.each([
		['/invoices', ['2003', '2002', '2001']],
		['/invoices?_order[amount]=asc', ['2003', '2002', '2001']],
		['/invoices?_order[amount]=desc', ['2001', '2002', '2003']],
		['/invoices?_order[created_at]=asc', ['2001', '2002', '2003']],
		['/invoices?exists[paid_at]=1', ['2002', '2001']],
		['/invoices?exists[paid_at]=true', ['2002', '2001']],
		['/invoices?exists[paid_at]=0', ['2003']],
		['/invoices?status=0', ['2003']],
		['/invoices?paymentType=91', ['2002']],
		['/invoices?id=2001', ['2001']],
		['/invoices?id[]=2001&id[]=2003', ['2003', '2001']],
		['/invoices?amount=59.5', ['2002']],
		['/invoices?amount[gt]=59.5', ['2001']],
		['/invoices?amount[between]=42.2..59.5', ['2003', '2002']],
		['/invoices?paid_at[gt]=0', ['2002', '2001']],
		['/credit_notes', ['3002', '3001']],
		['/credit_notes?exists[paid_at]=false', ['3002']],
		['/credit_notes?paymentType=1', ['3001']],
	])('%s', async (path, expected) => {
		expect(await found(path)).toEqual(expected);
	});

	it.each(['2026-01-01', '2026-03-01', '2026-03-31', '2026-05-03', '2026-12-31'])(
		'of the month before %s are the first two invoices',
		(day) => {
			const now = new Date(`${day}T00:00:00Z`);
			const state = createState();
			seed(state, now.getTime() / 1000);
			const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1));
			const monthOf = (date: Date) => date.toISOString().slice(0, 7);
			const ids = [...state.invoices.values()]
				.filter(({ created_at }) => monthOf(new Date(created_at * 1000)) === monthOf(lastMonth))
				.map(({ id }) => id);
			expect(ids).toEqual(['2001', '2002']);
		},
	);

	it('name each other', async () => {
		expect((await given.lox24('GET', '/invoices/2001')).json.credit_note).toBe(
			'/credit_notes/3001',
		);
		expect((await given.lox24('GET', '/credit_notes/3001')).json.invoice).toBe('/invoices/2001');
	});

	it.each([
		['/invoices/2001/pdf', 'invoice-2001.pdf', 'application/pdf'],
		['/credit_notes/3001/pdf', 'credit-note-3001.pdf', 'application/json'],
	])('%s is a PDF with a name', async (path, name, accept) => {
		const response = await given.lox24('GET', path, { accept });
		expect(response.headers.get('content-type')).toBe('application/pdf');
		expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
		expect(given.lastEntry().warnings).toEqual([]);
		const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(response.text)?.[1]);
		expect(response.text.slice(table)).toMatch(/^xref\n0 6\n/);
		for (const [, offset] of response.text.matchAll(/^(\d{10}) 00000 n/gm))
			expect(response.text.slice(Number(offset))).toMatch(/^\d 0 obj/);
	});

	it('returns 404 for the PDF of nothing, in JSON', async () => {
		const response = await given.lox24('GET', '/invoices/1/pdf');
		expect(response).toMatchObject({ status: 404, json: { detail: 'Not Found' } });
	});
});

it.each(['payments', 'invoices', 'credit_notes'])(
	'%s: JSON-LD has the keys without prefix, and links',
	async (name) => {
		given.sandbox.fill({ payments: 40, invoices: 40, creditNotes: 40 });
		const accept = 'application/ld+json';
		const first = await given.lox24('GET', `/${name}`, { accept });
		expect(first.json.member).toHaveLength(30);
		expect(first.json.view).toMatchObject({ next: `/${name}?page=2` });
		const second = await given.lox24('GET', first.json.view.next, { accept });
		expect(second.json.member).toHaveLength(first.json.totalItems - 30);
		expect(second.json.view).not.toHaveProperty('next');
	},
);
