import { givenSandbox } from './given';

const given = givenSandbox();
const path = '/faxes/@me/0003*210';
const pdf = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0xff, 0xfe, 0x0d, 0x0a, 0x80]);

interface Part {
	name?: string;
	file?: string;
	bytes?: Buffer;
}

function form(parts: Part[], request: unknown = { recipients: ['4930111', '0003*212'] }) {
	const data = new FormData();
	for (const { name = 'files', file = 'letter.pdf', bytes = pdf } of parts)
		data.append(name, new Blob([bytes], { type: 'application/octet-stream' }), file);
	if (request !== undefined)
		data.append('request', typeof request === 'string' ? request : JSON.stringify(request));
	return data;
}
const send = (parts: Part[], request?: unknown, to = path) =>
	given.uapi('POST', to, { raw: form(parts, request) });
const sent = () => [...given.sandbox.state.faxes.values()];

describe('multipart', () => {
	it('queues the files as they are', async () => {
		const response = await send([{}, { name: 'second.txt', file: 'second.txt' }]);
		expect([response.status, response.json]).toEqual([
			200,
			{
				id: expect.anything(),
				uid: expect.stringMatching(/^[0-9a-f]{32}$/),
				recipients: ['4930111', '0003*212'],
			},
		]);
		expect(Number(response.json.id)).toBe(262);
		expect(sent()).toMatchObject([
			{
				status: 'queued',
				extension: '0003*210',
				files: [
					{ name: 'letter.pdf', size: pdf.length, content: pdf.toString('base64') },
					{ name: 'second.txt' },
				],
			},
		]);
	});

	it.each([
		['fx_file_invalid', [{ file: 'letter.docx' }], undefined],
		['fx_file_invalid', [{ file: 'letter' }], undefined],
		['fx_file_invalid', [{ bytes: Buffer.alloc(0) }], undefined],
		['fx_file_invalid', [], undefined],
		['fx_max_files_reached', Array(6).fill({}), undefined],
		['fx_recipients_invalid', [{}], {}],
		['fx_recipients_invalid', [{}], { recipients: [] }],
		['fx_recipients_invalid', [{}], { recipients: '4930111' }],
		['fx_recipients_invalid', [{}], { recipients: ['jane'] }],
		['fx_recipients_invalid', [{}], { recipients: Array(6).fill('4930111') }],
		['fx_recipients_invalid', [{}], 'no json'],
	])('is refused with %s', async (code, parts, request) => {
		const response = await send(parts, request);
		expect([response.status, response.json.error.code]).toEqual([400, code]);
		expect(sent()).toEqual([]);
	});

	it.each([
		['extension_invalid', '/faxes/@me/0003*212'],
		['extension_invalid', '/faxes/@me/0003*220'],
		['extension_invalid', '/faxes/@me/@self'],
		['user_invalid', '/faxes/99/0003*210'],
	])('is refused with %s: %s', async (code, to) => {
		expect((await send([{}], undefined, to)).json.error.code).toBe(code);
	});

	it('without a boundary has no files, and JSON is refused', async () => {
		const lost = await given.uapi('POST', path, {
			raw: Buffer.from('--x\r\n\r\n--x--'),
			headers: { 'content-type': 'multipart/form-data' },
		});
		expect(lost.json.error.code).toBe('fx_recipients_invalid');
		expect(given.lastEntry().warnings).toContainEqual(expect.stringContaining('no boundary'));
		const body = { recipients: ['4930111'], files: ['letter.pdf'] };
		expect((await given.uapi('POST', path, { body })).json.error.code).toBe('fx_file_invalid');
	});
});

describe('in two steps', () => {
	beforeEach(() => {
		given.sandbox.settings.voipNowFaxUpload = 'twoStep';
	});

	interface Upload {
		redirectUri: string;
		redirectHeaders: Record<string, string>;
	}
	const put = ({ redirectUri, redirectHeaders }: Upload, more: object = {}, bytes = pdf) =>
		given.plain('PUT', redirectUri.replace(given.sandbox.url, ''), {
			raw: bytes,
			headers: { ...redirectHeaders, ...more },
		});

	it.each([
		['JSON', () => ({ body: { recipients: ['4930111'], files: ['a.pdf', { name: 'b.txt' }] } })],
		['multipart', () => ({ raw: form([{ file: 'a.pdf' }, { file: 'b.txt' }]) })],
	])('takes %s, then the bytes of each file', async (_, body) => {
		const response = await given.uapi('POST', path, body());
		expect(response.json).toMatchObject({
			files: [{ name: 'a.pdf', redirectUri: expect.any(String) }, { name: 'b.txt' }],
		});
		const [first, second] = response.json.files;
		expect((await put(first)).status).toBe(200);
		expect(sent()[0].status).toBe('waiting for files');
		expect((await put(second)).status).toBe(200);
		expect(sent()[0]).toMatchObject({
			status: 'queued',
			files: [{ content: pdf.toString('base64') }, { size: pdf.length }],
		});
		const journal = JSON.stringify(given.sandbox.journal.entries());
		expect(journal).not.toContain(first.redirectHeaders['X-Upload-Signature']);
	});

	it('refuses the access token at the upload address', async () => {
		const [file] = (await send([{}])).json.files;
		const authorization = `Bearer ${given.sandbox.tokens.voipNow}`;
		const leaked = await put(file, { authorization });
		expect([leaked.status, leaked.text]).toEqual([400, expect.stringContaining('signature only')]);
		expect(given.lastEntry().warnings).toEqual(['the access token was sent to the upload address']);
		expect(sent()[0]).toMatchObject({ status: 'waiting for files', files: [{ size: 0 }] });
	});

	it('refuses without the headers, after ten minutes, without bytes, or elsewhere', async () => {
		const [file] = (await send([{}])).json.files;
		expect((await put({ ...file, redirectHeaders: {} })).status).toBe(403);
		expect((await put(file, {}, Buffer.alloc(0))).status).toBe(400);
		const elsewhere = { ...file, redirectUri: `${given.sandbox.url}/fax-uploads/unknown` };
		expect((await put(elsewhere)).status).toBe(404);
		given.sandbox.clock.advance(601);
		expect((await put(file)).status).toBe(403);
		expect(sent()[0].files[0].size).toBe(0);
	});

	it('can give the headers as a list', async () => {
		given.sandbox.settings.voipNowFaxHeaders = 'list';
		const [file] = (await send([{}])).json.files;
		const redirectHeaders = Object.fromEntries(
			file.redirectHeaders.map((line: string) => line.split(': ')),
		);
		expect((await put({ ...file, redirectHeaders })).status).toBe(200);
		expect(sent()[0].status).toBe('queued');
	});

	it('keeps the addresses out of the state that anyone may read', async () => {
		const [file] = (await send([{}])).json.files;
		const state = await (await fetch(`${given.sandbox.url}/_sandbox/state`)).text();
		expect(state).not.toContain(file.redirectHeaders['X-Upload-Signature']);
		expect(state).toContain('letter.pdf');
	});
});
