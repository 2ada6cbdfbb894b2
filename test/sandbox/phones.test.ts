import { givenSandbox } from './given';

const given = givenSandbox();

const rows = [
	{ phone: '+4912345678', a: 'column A text' },
	{ a: 'column A text #2' },
	{ phone: '+93701234568', a: 'Ms. ', callback_data: 'x' },
	{ phone: '1'.repeat(31) },
	{ phone: '+93701234569', a: 'x'.repeat(1531), callback_data: 'y'.repeat(37) },
];

describe('update', () => {
	it('changes what is sent, as it is sent, and keeps the rest', async () => {
		const body = { phone: '+93701234567', a: 'Mr. ', b: 'Smith ', d: '12.34' };
		const response = await given.lox24('PUT', '/phones/12344', { body });
		expect(response.status).toBe(200);
		expect(response.json).toEqual({
			id: '12344',
			...body,
			c: '2020-01-15 09:00',
			e: 'town hall',
			callback_data: null,
			subscribed_at: null,
			unsubscribed_at: null,
			unsubscribe_reason: null,
		});
		expect(given.sandbox.state.phones.get(12344).b).toBe('Smith ');
	});

	it('refuses a wrong body with 400 and one violation per field', async () => {
		const response = await given.lox24('PUT', '/phones/12344', {
			body: { phone: '1'.repeat(31), a: 5 },
		});
		expect(response.status).toBe(400);
		expect(response.json.violations.map((v: { propertyPath: string }) => v.propertyPath)).toEqual([
			'phone',
			'a',
		]);
		expect(given.sandbox.state.phones.get('12344').phone).toBe('+93701234500');
	});

	it('refuses broken JSON and no body with 400', async () => {
		expect((await given.lox24('PUT', '/phones/12344', { text: '{"phone":' })).status).toBe(400);
		expect((await given.lox24('PUT', '/phones/12344')).status).toBe(400);
	});

	it('returns 404 to an id that does not exist or is no number', async () => {
		for (const id of ['99', 'abc', '-1', '..%2F12344']) {
			const response = await given.lox24('PUT', `/phones/${id}`, { body: { phone: '1' } });
			expect([id, response.status]).toEqual([id, 404]);
		}
	});

	it('says in the journal which body fields it does not know', async () => {
		await given.lox24('PUT', '/phones/12344', { body: { phone: '+1234', callbackData: 'x' } });
		expect(given.lastEntry().warnings).toEqual(['unknown body field callbackData']);
	});
});

describe('batch', () => {
	const outcomesIn = {
		array: (json: unknown[]) => json,
		object: (json: object) =>
			Object.entries(json).map(([key, value], i) => (expect(key).toBe(String(i)), value)),
		hydra: (json: Record<string, unknown[]>) => json['hydra:member'],
		member: (json: Record<string, unknown[]>) => json.member,
	};

	it.each(Object.keys(outcomesIn) as (keyof typeof outcomesIn)[])(
		'returns 201 with an outcome per row in the container %s',
		async (container) => {
			given.sandbox.settings.batchContainer = container;
			const response = await given.lox24('POST', '/groups/7116/phones/batch', { body: rows });
			expect(response.status).toBe(201);
			const outcomes = outcomesIn[container](response.json);
			expect(outcomes).toMatchObject([
				{
					status: 201,
					body: { id: expect.stringMatching(/^\d+$/), phone: '+4912345678', a: 'column A text' },
				},
				{
					status: 400,
					body: {
						violations: [{ propertyPath: 'phone', message: 'This value should not be blank.' }],
					},
				},
				{ status: 201, body: { a: 'Ms. ', callback_data: 'x' } },
				{ status: 400, body: { violations: [{ propertyPath: 'phone' }] } },
				{
					status: 400,
					body: { violations: [{ propertyPath: 'a' }, { propertyPath: 'callback_data' }] },
				},
			]);
			expect(given.sandbox.state.groups.get(7116).count_items).toBe(4);
		},
	);

	it('uses hydra:member for application/ld+json', async () => {
		const response = await given.lox24('POST', '/groups/7116/phones/batch', {
			body: rows,
			accept: 'application/ld+json',
		});
		expect(response.json).toMatchObject({
			'hydra:totalItems': 5,
			'hydra:member': expect.any(Array),
		});
	});

	it('returns 400 to something that is no list, 404 to an unknown group', async () => {
		expect((await given.lox24('POST', '/groups/7116/phones/batch', { body: rows[0] })).status).toBe(
			400,
		);
		expect((await given.lox24('POST', '/groups/1/phones/batch', { body: rows })).status).toBe(404);
	});

	it('takes 100 batches of 100 rows', async () => {
		const body = Array.from({ length: 100 }, (_, i) => ({ phone: `+49170${i}`, a: 'A', b: 'B' }));
		for (let i = 0; i < 10; i++) {
			await Promise.all(
				Array.from({ length: 10 }, () =>
					given.lox24('POST', '/groups/7117/phones/batch', { body }),
				),
			);
		}
		expect(given.sandbox.state.groups.get(7117).count_items).toBe(10_001);
	});
});

it('creates, reads and deletes groups with their numbers', async () => {
	const group = (await given.lox24('POST', '/groups', { body: { name: 'New', name_a: 'Title' } }))
		.json;
	expect(group).toMatchObject({ name: 'New', name_a: 'Title', name_b: null, count_items: 0 });
	const phone = await given.lox24('POST', `/groups/${group.id}/phones`, {
		body: { phone: '+491' },
	});
	expect(phone.status).toBe(201);
	expect(
		(await given.lox24('PUT', `/groups/${group.id}`, { body: { name: 'Renamed' } })).json,
	).toMatchObject({ name: 'Renamed', name_a: 'Title', count_items: 1 });
	const gone = await given.lox24('DELETE', `/groups/${group.id}`);
	expect([gone.status, gone.text]).toEqual([204, '']);
	expect((await given.lox24('GET', `/groups/${group.id}`)).status).toBe(404);
	expect((await given.lox24('GET', `/phones/${phone.json.id}`)).status).toBe(404);
});

it('deletes a number', async () => {
	expect((await given.lox24('DELETE', '/phones/12344/')).status).toBe(204);
	expect((await given.lox24('GET', '/phones/12344')).status).toBe(404);
	expect(given.sandbox.state.groups.get(7116).count_items).toBe(1);
});
