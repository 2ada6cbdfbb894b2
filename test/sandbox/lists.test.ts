import { givenSandbox } from './given';

const given = givenSandbox();
const accept = 'application/ld+json';

function addGroups(count: number) {
	return Promise.all(
		Array.from({ length: count }, (_, i) =>
			given.lox24('POST', '/groups', { body: { name: `Group ${i}` } }),
		),
	);
}

it('gives a bare array of 30 for application/json', async () => {
	await addGroups(33);
	const first = await given.lox24('GET', '/groups');
	expect(first.headers.get('content-type')).toContain('application/json');
	expect(first.json).toHaveLength(30);
	expect((await given.lox24('GET', '/groups?page=2')).json).toHaveLength(5);
	expect((await given.lox24('GET', '/groups?page=3')).json).toEqual([]);
});

it('gives totals and links for application/ld+json, with the query in the links', async () => {
	for (let i = 0; i < 40; i++) {
		await given.lox24('POST', '/sms', {
			body: { text: `Nr ${i}`, sender_id: 'Sandbox', phone: '+491701234501' },
		});
	}
	const first = await given.lox24('GET', '/sms?text=nr', { accept });
	expect(first.headers.get('content-type')).toContain(accept);
	expect(first.json['hydra:totalItems']).toBe(40);
	expect(first.json['hydra:member']).toHaveLength(30);
	expect(first.json['hydra:member'][0]).toMatchObject({
		'@id': expect.stringMatching(/^\/sms\//),
		'@type': 'sms',
	});
	expect(first.json['hydra:view']).toMatchObject({
		'hydra:first': '/sms?text=nr&page=1',
		'hydra:next': '/sms?text=nr&page=2',
		'hydra:last': '/sms?text=nr&page=2',
	});
	expect(first.json['hydra:view']).not.toHaveProperty('hydra:previous');

	const second = await given.lox24('GET', first.json['hydra:view']['hydra:next'], { accept });
	expect(second.json['hydra:member']).toHaveLength(10);
	expect(second.json['hydra:view']).toMatchObject({ 'hydra:previous': '/sms?text=nr&page=1' });
	expect(second.json['hydra:view']).not.toHaveProperty('hydra:next');
});

it('gives the numbers of a group as a whole, without totals, whatever the page', async () => {
	const rows = Array.from({ length: 50 }, (_, i) => ({ phone: `+4917000000${i}` }));
	await given.lox24('POST', '/groups/7117/phones/batch', { body: rows });
	expect((await given.lox24('GET', '/groups/7117/phones?page=2')).json).toHaveLength(51);
	expect(given.lastEntry().warnings).toEqual(['unknown query parameter page']);
	const ld = await given.lox24('GET', '/groups/7117/phones', { accept });
	expect(ld.json['hydra:member']).toHaveLength(51);
	expect(ld.json).not.toHaveProperty('hydra:totalItems');
});

it('adds @id and @type to single objects only for application/ld+json', async () => {
	expect((await given.lox24('GET', '/phones/12344', { accept })).json).toMatchObject({
		'@id': '/phones/12344',
		'@type': 'phones',
		id: '12344',
	});
	expect((await given.lox24('GET', '/phones/12344')).json).not.toHaveProperty('@id');
	const message = '/sms/44657141-9830-11ea-aa81-96000028b339';
	expect((await given.lox24('GET', message, { accept })).json).toMatchObject({
		'@context': '/contexts/sms',
		'@id': message,
		'@type': 'sms',
	});
});

it('answers JSON-LD and warns when Accept names neither format', async () => {
	const response = await given.lox24('GET', '/me', { accept: '*/*' });
	expect(response.headers.get('content-type')).toContain(accept);
	expect(given.lastEntry().warnings).toEqual([expect.stringContaining('Accept')]);
});

it('gives errors in both formats', async () => {
	const body = { a: 'no number' };
	const json = await given.lox24('PUT', '/phones/12344', { body });
	expect(json.json).toMatchObject({
		detail: 'phone: This value should not be blank.',
		violations: [{ propertyPath: 'phone', code: expect.any(String) }],
	});
	const ld = await given.lox24('PUT', '/phones/12344', { body, accept });
	expect(ld.json).toMatchObject({
		'hydra:title': expect.any(String),
		'hydra:description': expect.any(String),
		violations: [{ propertyPath: 'phone' }],
	});
});
