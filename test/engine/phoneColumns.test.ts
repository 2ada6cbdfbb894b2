import type { INodeParameters } from 'n8n-workflow';

import { getPhoneColumns } from '../../nodes/Lox24/methods/getPhoneColumns';
import { type Sandbox, startSandbox } from '../../sandbox';
import { editorContext } from './editorContext';
import { byId } from './given';

describe('the columns that the mapper of phone: createBatch shows', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	async function columns(parameters: INodeParameters, token?: string) {
		const context = editorContext({ parameters, url: sandbox.url, token });
		const { fields } = await getPhoneColumns.call(context);
		return fields.map(({ id, displayName }) => `${id}: ${displayName}`);
	}

	const letters = ['a: Column A', 'b: Column B', 'c: Column C', 'd: Column D', 'e: Column E'];
	const around = (middle: string[]) => [
		'phone: Phone Number (phone)',
		...middle,
		'callback_data: Callback Data',
	];

	test('the titles of the group, with the letter they stand for', async () => {
		expect(await columns({ groupId: byId('7116') })).toEqual(
			around([
				'a: Salutation (a)',
				'b: Last name (b)',
				'c: Appointment (c)',
				'd: Amount (d)',
				'e: Place (e)',
			]),
		);
		expect(sandbox.journal.entries().map(({ method, url }) => `${method} ${url}`)).toEqual([
			'GET /groups/7116',
		]);
	});

	test.each([
		{ name: 'no group yet', groupId: byId('') },
		{ name: 'a group from an expression', groupId: byId('={{ $json.group }}') },
	])('$name: the letters, and no request', async ({ groupId }) => {
		expect(await columns({ groupId })).toEqual(around(letters));
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test('a wrong token is said in words and costs one request', async () => {
		await expect(columns({ groupId: byId('7116') }, 'wrong')).rejects.toThrow(
			'LOX24 refused the token',
		);
		expect(sandbox.journal.entries()).toHaveLength(1);
	});

	test.each(['..', '7116/x'])('a group that cannot be one: %s', async (value) => {
		await expect(columns({ groupId: byId(value) })).rejects.toThrow('Group is not valid');
		expect(sandbox.journal.entries()).toEqual([]);
	});
});
