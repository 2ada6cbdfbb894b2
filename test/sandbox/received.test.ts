import { givenSandbox } from './given';

const given = givenSandbox();

async function found(path: string, field: string) {
	const response = await given.lox24('GET', path);
	expect([response.status, given.lastEntry().warnings]).toEqual([200, []]);
	return response.json.map((one: Record<string, unknown>) => one[field]);
}

describe('incomings', () => {
	const [call, thanks, late] = [1, 2, 3].map((n) => `b0c7a9e2-000${n}-11eb-aa81-96000028b339`);
	const order = '44657141-9830-11ea-aa81-96000028b339';

	it.each([
		['newest first', '', [late, thanks, call]],
		['oldest first', '_order[received_at]=asc', [call, thanks, late]],
		['by part of the text, in any case', 'text=PLEASE', [late, call]],
		['by part of the sender', 'from=%2B43', [call]],
		['by part of the own number', 'to=9999', []],
		['by the message they answer', `msg_uuid=${order}`, [late, thanks]],
		['by one of some messages', `msg_uuid[]=${order}&text=thank`, [thanks]],
	])('lists %s', async (_, query, expected) => {
		expect(await found(`/incomings?${query}`, 'uuid')).toEqual(expected);
	});

	it('has no filter by date, and says so', async () => {
		await given.lox24('GET', '/incomings?received_at[gt]=1');
		expect(given.lastEntry().warnings).toEqual(['unknown query parameter received_at[gt]']);
	});

	it('deletes once', async () => {
		expect((await given.lox24('DELETE', `/incomings/${call}`)).status).toBe(204);
		expect((await given.lox24('DELETE', `/incomings/${call}`)).status).toBe(404);
		expect((await given.lox24('GET', `/incomings/${call}`)).status).toBe(404);
	});
});

describe('blocked numbers', () => {
	it.each([
		['newest first', '', [303, 302, 301]],
		['by number', 'number=%2B436601230002', [302]],
		['by type', 'type=1', [303, 301]],
		['by both', 'type=2&number=%2B41791230003', []],
	])('lists %s', async (_, query, expected) => {
		expect(await found(`/blocked_numbers?${query}`, 'id')).toEqual(expected);
	});

	it('blocks a number once: 409 the second time', async () => {
		const body = { number: '+491701234599' };
		const first = await given.lox24('POST', '/blocked_numbers', { body });
		expect(first).toMatchObject({ status: 201, json: { ...body, type: 1 } });
		const second = await given.lox24('POST', '/blocked_numbers', { body });
		expect(second).toMatchObject({ status: 409, json: { detail: expect.stringContaining('+49') } });
		expect((await given.lox24('DELETE', `/blocked_numbers/${first.json.id}`)).status).toBe(204);
		expect((await given.lox24('POST', '/blocked_numbers', { body })).status).toBe(201);
	});

	it.each([[undefined], [{}], [{ number: '0170' }], [{ number: '+1' }]])(
		'refuses %j',
		async (body) => {
			expect((await given.lox24('POST', '/blocked_numbers', { body })).status).toBe(400);
		},
	);
});
