import type { INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { CONTENT, faxBinary } from './faxBinary';
import { type Given, run } from './run';

const fax: INodeParameters = {
	resource: 'fax',
	operation: 'send',
	userId: '@me',
	extension: '0003*210',
	recipients: ['+49 (30) 123-45', '0003*212'],
	binaryPropertyName: 'data, second',
};

describe('faxes', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const send = async (more: object = {}, given: Partial<Given> = {}) =>
		await run({
			node: 'voipNow',
			parameters: { ...fax, ...more } as INodeParameters,
			binary: faxBinary,
			url: sandbox.url,
			...given,
		});
	const requests = () => sandbox.journal.entries().map(({ method, url }) => `${method} ${url}`);
	interface Arrived {
		recipients: string[];
		files: Array<{ name: string; bytes: Buffer }>;
	}
	const arrived = (): Arrived[] =>
		[...sandbox.state.faxes.values()].map(({ recipients, files }) => ({
			recipients,
			files: files.map(({ name, content }: { name: string; content: string }) => ({
				name,
				bytes: Buffer.from(content, 'base64'),
			})),
		}));

	test('the files arrive byte for byte, with their names, and the recipients', async () => {
		const { main, error, pairedMain } = await send({}, { items: [{}, {}] });

		expect(error).toBeUndefined();
		const one = {
			recipients: ['+493012345', '0003*212'],
			files: [
				{ name: 'Brief für Jürgen.pdf', bytes: CONTENT.data },
				{ name: 'second.txt', bytes: CONTENT.second },
			],
		};
		expect(arrived()).toEqual([one, one]);
		expect(requests()).toEqual(Array(2).fill('POST /uapi/faxes/@me/0003*210'));
		const [request] = sandbox.journal.entries();
		expect(request.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
		expect(request.warnings).toEqual([]);
		expect(main[0].json).toMatchObject({
			id: expect.anything(),
			uid: expect.stringMatching(/^[0-9a-f]{32}$/),
			recipients: one.recipients,
			files: [
				{ name: 'Brief für Jürgen.pdf', uploaded: true },
				{ name: 'second.txt', uploaded: true },
			],
		});
		expect(pairedMain).toEqual([0, 1]);
	});

	test('endings are written as VoipNow knows them', async () => {
		await send({ binaryPropertyName: 'picture' });
		expect(arrived()[0].files.map(({ name }) => name)).toEqual(['scan.jpg']);
	});

	test('recipients may come as one text out of an expression', async () => {
		await send({ recipients: '={{ ["0003*212", ""] }}' });
		expect(arrived()[0].recipients).toEqual(['0003*212']);
	});

	test.each([
		['no recipient', { recipients: [] }, 'Recipients is empty'],
		['a recipient that is none', { recipients: ['Bob'] }, 'Recipients is not valid: "Bob"'],
		[
			'too many recipients',
			{ recipients: Array.from({ length: 1000 }, (_, index) => `1${index}`) },
			'too many numbers: 1000, at most 999',
		],
		[
			'a field without a file',
			{ binaryPropertyName: 'data, letter' },
			'no file in Input Binary Field "letter"',
		],
		[
			'a field of the prototype',
			{ binaryPropertyName: 'constructor' },
			'no file in Input Binary Field',
		],
		['a file of another type', { binaryPropertyName: 'table' }, 'cannot be faxed: "table.xls"'],
		[
			'too many files',
			{ binaryPropertyName: Array(11).fill('data').join(',') },
			'too many files: 11, at most 10',
		],
		['no field at all', { binaryPropertyName: '={{ " , " }}' }, 'Input Binary Field is empty'],
		['@self', { extension: '@self' }, 'Extension is not valid: "@self"'],
		['a path', { extension: '={{ "../x" }}' }, 'Extension is not valid'],
	])('%s is refused before anything is sent', async (_name, more, message) => {
		const { error } = await send(
			Array.isArray((more as { recipients?: unknown[] }).recipients)
				? { recipients: `={{ ${JSON.stringify((more as { recipients: unknown[] }).recipients)} }}` }
				: more,
			{ items: [{}, {}] },
		);
		expect(error?.message).toContain(message);
		expect(requests()).toEqual([]);
	});

	test('an item without a file goes to the error output, the others are sent', async () => {
		const { main, errors, pairedMain, pairedErrors } = await send(
			{ binaryPropertyName: '={{ $json.field }}' },
			{
				items: [{ field: 'data' }, { field: 'nothing' }, { field: 'second' }],
				onError: 'continueErrorOutput',
			},
		);
		expect(main).toHaveLength(2);
		expect(errors[0].json.error).toContain('Input Binary Field "nothing"');
		expect(pairedMain).toEqual([0, 2]);
		expect(pairedErrors).toEqual([1]);
	});

	test.each(['status-after', 'reset-after'] as const)(
		'a fax whose outcome is unknown is not sent again: %s',
		async (kind) => {
			sandbox.faults.add({ kind, method: 'POST', times: 10 });
			const { error } = await send({}, { retryOnFail: true });
			expect(error).toBeDefined();
			expect(requests()).toHaveLength(1);
		},
	);

	test('with Retry On Fail, only the fax that was refused is sent again', async () => {
		sandbox.faults.add({ kind: 'status', status: 400, method: 'POST', skip: 1, times: 1 });
		const items = [{ to: '1' }, { to: '2' }, { to: '3' }];
		const { main, error } = await send(
			{ recipients: '={{ [$json.to] }}' },
			{ items, retryOnFail: true },
		);
		expect(error).toBeUndefined();
		expect(main).toHaveLength(3);
		expect(
			arrived()
				.map(({ recipients }) => recipients[0])
				.sort(),
		).toEqual(['1', '2', '3']);
	});

	describe('systems that give an address for each file', () => {
		beforeEach(() => {
			sandbox.settings.voipNowFaxUpload = 'twoStep';
		});

		test('the files go there, without the token', async () => {
			const { main, error } = await send();
			expect(error).toBeUndefined();
			expect(arrived()[0].files.map(({ bytes }) => bytes)).toEqual([CONTENT.data, CONTENT.second]);
			const [create, ...uploads] = sandbox.journal.entries();
			expect(create.headers).toHaveProperty('authorization');
			expect(uploads).toHaveLength(2);
			for (const { headers, warnings, method } of uploads) {
				expect(method).toBe('PUT');
				expect(headers).not.toHaveProperty('authorization');
				expect(headers).toHaveProperty('x-upload-signature');
				expect(warnings).toEqual([]);
			}
			expect(main[0].json.files).toEqual([
				{ name: 'Brief für Jürgen.pdf', uploaded: true },
				{ name: 'second.txt', uploaded: true },
			]);
			expect(JSON.stringify(main)).not.toContain('fax-uploads');
		});

		test.each(['continueErrorOutput', 'stopWorkflow'] as const)(
			'a file that does not arrive is named, and nothing is sent again: %s',
			async (onError) => {
				sandbox.faults.add({ kind: 'status', status: 403, method: 'PUT', skip: 1, times: 1 });
				const { error, main, errors, pairedErrors } = await send(
					{},
					{ onError, retryOnFail: true },
				);
				const message = 'accepted the fax, but 1 of 2 files did not arrive: second.txt (HTTP 403)';
				expect(main).toEqual([]);
				if (onError === 'stopWorkflow') {
					expect(error?.message).toContain(message);
				} else {
					expect(errors[0].json.error).toContain(message);
					expect(errors[0].json.details).toMatchObject({
						uid: expect.any(String),
						files: [
							{ uploaded: true },
							{ name: 'second.txt', uploaded: false, reason: 'HTTP 403' },
						],
					});
					expect(pairedErrors).toEqual([0]);
				}
				expect(requests().filter((one) => one.startsWith('POST'))).toHaveLength(1);
				expect(JSON.stringify([error?.message, error?.description, errors])).not.toContain(
					'fax-uploads',
				);
			},
		);

		test.each(['file:///etc/passwd', 'ftp://example.com/x', 'nowhere', 'data:text/plain,x'])(
			'an address such as %s is not used',
			async (redirectUri) => {
				const body = JSON.stringify({ id: 1, uid: 'x', files: [{ redirectUri }] });
				sandbox.faults.add({ kind: 'body', status: 200, body });
				const { error } = await send({ binaryPropertyName: 'data' });
				expect(error?.message).toContain('its upload address is not http or https');
				expect(requests()).toHaveLength(1);
			},
		);

		test('another host gets a file over https only, and our token never', async () => {
			const other = 'http://localhost:9/fax-uploads/1';
			const files = [{ redirectUri: other }];
			sandbox.faults.add({ kind: 'body', status: 200, body: JSON.stringify({ id: 1, files }) });
			const { error } = await send({ binaryPropertyName: 'data' });
			expect(error?.message).toContain('on another host and not https');

			sandbox.journal.clear();
			const redirectHeaders = {
				Authorization: 'Bearer sandbox-access-token',
				'X-Copy': 'sandbox-access-token',
				Cookie: 'a=b',
				'X-Upload-Signature': 'signed',
			};
			const own = [{ redirectUri: `${sandbox.url}/fax-uploads/1`, redirectHeaders }];
			const body = JSON.stringify({ id: 1, files: own });
			sandbox.faults.add({ kind: 'body', status: 200, body });
			await send({ binaryPropertyName: 'data' });
			const [, { headers }] = sandbox.journal.entries();
			// The journal masks what it holds.
			expect(headers).toHaveProperty('x-upload-signature');
			expect(headers).not.toHaveProperty('cookie');
			expect(headers).not.toHaveProperty('x-copy');
			expect(headers).not.toHaveProperty('authorization');
		});

		test('headers may come as a list, and a file may have no address', async () => {
			const redirectUri = `${sandbox.url}/fax-uploads/none`;
			const redirectHeaders = ['X-Upload-Signature: a:b', 'Host: elsewhere.example'];
			const files = { first: { redirectUri, redirectHeaders } };
			sandbox.faults.add({ kind: 'body', status: 200, body: JSON.stringify({ id: 1, files }) });
			const { error } = await send();
			expect(error?.message).toContain(
				'Brief für Jürgen.pdf (HTTP 404), second.txt (VoipNow returned no',
			);
			const [, upload] = sandbox.journal.entries();
			expect(upload.headers.host).toBe(new URL(sandbox.url).host);
		});
	});
});
