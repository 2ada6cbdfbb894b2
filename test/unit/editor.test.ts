import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { BadInput } from '../../nodes/shared/input/badInput';
import { editorReader } from '../../nodes/shared/send/editor';
import type { Service } from '../../nodes/shared/service';
import { givenContext, givenService, type Http } from './given';

const shapes = { groupId: { label: 'Group', pattern: /^\d+$/, expected: 'a number' } };

let credentials = 0;

/** Reads for the editor; `http` is how the service answers. */
async function read(given: {
	http?: Http;
	service?: Partial<Service>;
	parameters?: object | null;
	path?: string;
	qs?: object;
}): Promise<unknown> {
	const { parameters = { groupId: '7' }, path = '/groups/{groupId}', http } = given;
	const service = givenService({
		shapes,
		connection: () => ({ baseURL: 'https://service.example', headers: { 'X-A': 'a' } }),
		...given.service,
	});
	const context = Object.assign(givenContext({ http }), {
		getCredentials: async (type: string) => ({ token: `my-secret-${++credentials}`, type }),
		getCurrentNodeParameters: () => parameters,
		getCurrentNodeParameter: (name: string, { extractValue }: { extractValue: boolean }) =>
			extractValue ? (parameters as Record<string, unknown>)[name] : 'not extracted',
	}) as unknown as ILoadOptionsFunctions;
	const qs = given.qs as Parameters<ReturnType<typeof editorReader>>[1];
	return await editorReader(service, 'application/json').call(context, path, qs);
}

/** What the editor shows instead of a list. */
async function refusalOf(given: Parameters<typeof read>[0]): Promise<NodeOperationError> {
	const error: unknown = await read(given).catch((one: unknown) => one);
	expect(error).toBeInstanceOf(NodeOperationError);
	return error as NodeOperationError;
}

describe('editor: something is read for the editor', () => {
	test('the path is filled with values of the node, and the body comes back', async () => {
		const http = jest.fn<ReturnType<Http>, Parameters<Http>>(async () => ({ body: { a: 1 } }));
		expect(await read({ http, qs: { page: 2 } })).toEqual({ a: 1 });
		expect(http.mock.calls[0][0]).toMatchObject({
			baseURL: 'https://service.example',
			url: '/groups/7',
			qs: { page: 2 },
			headers: { 'X-A': 'a', Accept: 'application/json' },
		});
	});

	test('without a query there is an empty one', async () => {
		const http = jest.fn<ReturnType<Http>, Parameters<Http>>(async () => ({}));
		expect(await read({ http })).toBeUndefined();
		expect(http.mock.calls[0][0].qs).toEqual({});
	});

	test('the credential in use depends on the parameters as they are in the editor', async () => {
		const seen: unknown[] = [];
		const credentialType: Service['credentialType'] = ({ getNode }) => {
			seen.push(getNode().parameters);
			return 'serviceApi';
		};
		const connection = jest.fn(() => ({}));
		const parameters = { groupId: '7', authentication: 'oAuth2' };
		await read({ service: { credentialType, connection }, parameters });
		expect(seen).toEqual([parameters, parameters]);
		expect(connection).toHaveBeenCalledWith(expect.objectContaining({ type: 'serviceApi' }));
	});

	test('a node without parameters has none', async () => {
		const seen: unknown[] = [];
		const credentialType: Service['credentialType'] = ({ getNode }) => {
			seen.push(getNode().parameters);
			return 'serviceApi';
		};
		await read({ parameters: null, path: '/groups', service: { credentialType } });
		expect(seen).toEqual([{}, {}]);
	});

	test('a refusal is told in the words of a run', async () => {
		const error = await refusalOf({ http: async () => ({ statusCode: 403 }) });
		expect(error.message).toBe('It said 403');
		expect(error.description).toBe('Do that.');
		expect(error.node.name).toBe('SMS');
	});

	test('secrets are taken out of both', async () => {
		const explain = () => {
			const secret = `my-secret-${credentials}`;
			return { message: `No ${secret}`, description: `Not with ${secret}.` };
		};
		const error = await refusalOf({
			http: async () => ({ statusCode: 500 }),
			service: { explain },
		});
		expect([error.message, error.description]).toEqual(['No …', 'Not with ….']);
	});

	test('a passing fault is read again', async () => {
		const statuses = [503, 200];
		const http = async () => ({ statusCode: statuses.shift(), headers: {}, body: 'x' as never });
		const error = await refusalOf({ http });
		expect(error.message).toContain('web page instead of');
		expect(statuses).toEqual([]);
	});

	test('a value that does not fit is named', async () => {
		const http = jest.fn(async () => ({}));
		const error = await refusalOf({ http, parameters: { groupId: 'a/b' } });
		expect(error.message).toBe('Group is not valid: "a/b"');
		expect(error.description).toBe('Expected a number. Nothing was sent.');
		expect(http).not.toHaveBeenCalled();
	});

	test('an address that is none is named', async () => {
		const connection = () => {
			throw new BadInput('Base URL is not valid', 'Expected another.');
		};
		expect((await refusalOf({ service: { connection } })).message).toBe('Base URL is not valid');
	});

	test("an error that is n8n's own already stays as it is", async () => {
		const own = new NodeOperationError(givenContext().getNode(), 'No');
		const connection = () => {
			throw own;
		};
		expect(await refusalOf({ service: { connection } })).toBe(own);
	});
});
