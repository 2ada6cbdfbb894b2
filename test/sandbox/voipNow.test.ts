import { givenSandbox } from './given';

const given = givenSandbox();
const events = '/@me/0003*210/phoneCallEvents';
const id = 'NqeyDRqo4FtabmFj8gNWq3hsiGNYyq';
const sample = {
	method: '1',
	note: 'I want to use POST for my event',
	url: 'http://myevent.com/SaveMyPhoneCallDetails',
	status: '1',
};

describe('update of a call event', () => {
	it('changes what is sent and returns the whole event', async () => {
		const response = await given.voipNow('PUT', `${events}/0/${id}`, {
			body: { method: '1', note: sample.note },
		});
		expect(response.status).toBe(200);
		expect(response.json).toMatchObject({
			id,
			note: sample.note,
			url: 'http://crm.example.com/incoming-call',
			modified: expect.any(String),
		});
		expect(response.json.links.self).toBe(
			`${given.sandbox.url}/uapi/extensions/@me/0003*210/phoneCallEvents/${id}`,
		);
		expect(given.sandbox.state.events.get(id)).toMatchObject({
			type: '0',
			method: '1',
			status: '0',
		});
	});

	it('also works with a trailing slash, a user id, the short extension and numbers', async () => {
		for (const path of [
			`${events}/0/${id}/`,
			`/12/0003*210/phoneCallEvents/0/${id}`,
			`/@viewer/210/phoneCallEvents/0/${id}`,
		]) {
			expect((await given.voipNow('PUT', path, { body: { status: 1, method: 0 } })).status).toBe(
				200,
			);
		}
		expect(given.sandbox.state.events.get(id)).toMatchObject({ status: '1', method: '0' });
	});

	it('returns 204 without a body when asked', async () => {
		given.sandbox.settings.eventUpdateResponse = 204;
		const response = await given.voipNow('PUT', `${events}/0/${id}`, { body: sample });
		expect([response.status, response.text]).toEqual([204, '']);
		expect(given.sandbox.state.events.get(id)).toMatchObject(sample);
	});

	it.each([
		['pce_type_invalid', `${events}/5/${id}`, sample],
		['pce_id_invalid', `${events}/0/unknown`, sample],
		['pce_id_invalid', `${events}/0/not-alphanumeric`, sample],
		['pce_id_invalid', `${events}/2/${id}`, sample],
		['pce_method_invalid', `${events}/0/${id}`, { ...sample, method: '2' }],
		['pce_note_invalid', `${events}/0/${id}`, { note: 'x'.repeat(1025) }],
		['pce_url_invalid', `${events}/0/${id}`, { url: 'ftp://example.com' }],
		['pce_url_invalid', `${events}/0/${id}`, { url: 'http://exa mple.com' }],
		['pce_status_invalid', `${events}/0/${id}`, { status: 'on' }],
		['extension_invalid', `/@me/0003*999/phoneCallEvents/0/${id}`, sample],
		['extension_invalid', `/@me/@self/phoneCallEvents/0/${id}`, sample],
		['pce_access_denied', `/@me/0003*211/phoneCallEvents/0/${id}`, sample],
		['user_invalid', `/99/0003*210/phoneCallEvents/0/${id}`, sample],
	])('refuses with %s: %s', async (code, path, body) => {
		const before = { ...given.sandbox.state.events.get(id) };
		const response = await given.voipNow('PUT', path, { body });
		expect([response.status, response.json.error.code]).toEqual([400, code]);
		expect(response.json.error.message).toEqual(expect.any(String));
		expect(given.sandbox.state.events.get(id)).toEqual(before);
	});
});

describe('numbers', () => {
	const types = async () => {
		const seen = new Set<string>();
		for (let i = 0; i < 10; i++) {
			const { json } = await given.voipNow('GET', `${events}/0/${id}`);
			for (const field of ['type', 'method', 'status']) seen.add(typeof json.entry[0][field]);
		}
		return [...seen].sort();
	};

	it.each([
		['random', ['number', 'string']],
		['string', ['string']],
		['number', ['number']],
	] as const)('come as %s', async (numbersAs, expected) => {
		given.sandbox.settings.numbersAs = numbersAs;
		expect(await types()).toEqual(expected);
	});

	it('come in the same sequence after each reset', async () => {
		const first = (await given.voipNow('GET', events)).text;
		given.sandbox.reset();
		const typesOf = (text: string) =>
			JSON.parse(text).entry.map((e: Record<string, unknown>) => [
				typeof e.type,
				typeof e.method,
				typeof e.status,
			]);
		expect(typesOf((await given.voipNow('GET', events)).text)).toEqual(typesOf(first));
	});
});

describe('lists', () => {
	it('give all events, those of a type, or one, as a collection', async () => {
		const all = await given.voipNow('GET', events);
		expect(all.json).toMatchObject({
			totalResults: 2,
			startIndex: 0,
			itemsPerPage: 20,
			paging: {},
		});
		expect((await given.voipNow('GET', `${events}/2`)).json.entry).toHaveLength(1);
		expect((await given.voipNow('GET', `${events}/0/${id}/`)).json.entry).toMatchObject([{ id }]);
		expect(all.json.entry[1].links.self).toMatch(new RegExp(`/phoneCallEvents/0/${id}$`));
	});

	it('return 204 when there is none', async () => {
		expect((await given.voipNow('GET', `${events}/4`)).status).toBe(204);
	});

	it('page, filter, sort and choose fields', async () => {
		const first = (
			await given.voipNow('GET', `${events}?count=1&sortOrder=descending&fields=id,url`)
		).json;
		expect(first).toMatchObject({
			totalResults: 2,
			sorted: true,
			entry: [{ id, url: expect.any(String) }],
		});
		expect(first.entry[0]).not.toHaveProperty('note');
		const next = first.paging.next.replace(`${given.sandbox.url}/uapi/extensions`, '');
		expect((await given.voipNow('GET', next)).json.entry).toHaveLength(1);
		expect(
			(await given.voipNow('GET', `${events}?filterBy=note&filterOp=contains&filterValue=desk`))
				.json.entry,
		).toMatchObject([{ id }]);
	});

	it.each([
		['count_invalid', 'count=0'],
		['filterby_invalid', 'filterBy=colour&filterValue=1'],
		['filterop_invalid', 'filterBy=id&filterOp=like&filterValue=1'],
		['filtervalue_invalid', 'filterBy=id'],
		['sortorder_invalid', 'sortOrder=up'],
		['fields_invalid', 'fields=a;b'],
	])('refuse with %s', async (code, query) => {
		expect((await given.voipNow('GET', `${events}?${query}`)).json.error.code).toBe(code);
	});

	it('give the presence of one extension or of all of the user', async () => {
		expect((await given.voipNow('GET', '/@me/@self/presence/')).json.entry).toMatchObject([
			{ extension: '0003*210', registration: [expect.any(Object)] },
			{ extension: '0003*212', registration: [expect.any(Object), expect.any(Object)] },
			{ extension: '0003*213', registration: [] },
		]);
		expect((await given.voipNow('GET', '/@me/0003*210/presence?count=1')).status).toBe(200);
	});
});

it('creates and deletes call events', async () => {
	const created = (await given.voipNow('POST', events, { body: { type: '1', ...sample } })).json;
	expect(created.id).toMatch(/^[0-9A-Za-z]{30}$/);
	expect((await given.voipNow('POST', events, { body: sample })).json.error.code).toBe(
		'pcet_type_invalid',
	);
	expect((await given.voipNow('DELETE', `${events}/1/${created.id}`)).json).toMatchObject([
		{ id: created.id },
	]);
	expect((await given.voipNow('DELETE', `${events}/1/${created.id}`)).json.error.code).toBe(
		'pce_id_invalid',
	);
	expect((await given.voipNow('DELETE', events)).json).toHaveLength(2);
	expect((await given.voipNow('GET', events)).status).toBe(204);
});

it('returns 401 to other tokens and 501 to unknown operations', async () => {
	for (const token of [null, 'expired']) {
		const refused = await given.voipNow('GET', events, { token });
		expect([refused.status, refused.json.error.code]).toEqual([401, 'access_denied']);
	}
	const unknown = await given.voipNow('POST', `${events}/0/${id}`, { body: sample });
	expect([unknown.status, unknown.json.error.code]).toEqual([501, 'request_not_implemented']);
	expect(given.lastEntry().warnings).toHaveLength(1);
});

it('warns when @ or * is percent-encoded in the path', async () => {
	expect((await given.voipNow('GET', '/%40me/0003%2A210/presence')).status).toBe(200);
	expect(given.lastEntry().warnings).toEqual([expect.stringContaining('percent-encoded')]);
});
