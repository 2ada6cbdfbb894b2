import type { IDataObject } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { ALL_ON_ERROR } from './given';
import { run } from './run';

const ONE = 'ab6b6ceb-903a-11ea-aa81-96000028b339';
const TWO = '7c7a6661-902e-11ea-aa81-96000028b339';

describe('sms: batchCancel, all filters', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const cancel = async (filters: IDataObject, more: object = {}) =>
		await run({
			node: 'lox24',
			parameters: { resource: 'sms', operation: 'batchCancel', filters, ...more } as never,
			url: sandbox.url,
		});

	const query = () => decodeURIComponent(sandbox.journal.entries()[0].query);

	/** In the workflow's time zone, which the tests set to Europe/Berlin. */
	const wire: Array<[string, IDataObject, string]> = [
		['uuid, exact', { uuid: [ONE] }, `uuid=${ONE}`],
		['uuid, any of', { uuid: [ONE, TWO] }, `uuid[]=${ONE}&uuid[]=${TWO}`],
		['bulk', { bulk: [ONE] }, `bulk=${ONE}`],
		['bulk, any of', { bulk: [ONE, TWO] }, `bulk[]=${ONE}&bulk[]=${TWO}`],
		['iso2', { iso2: ['DE'] }, 'iso2=DE'],
		['iso2, any of', { iso2: ['DE', 'CH'] }, 'iso2[]=DE&iso2[]=CH'],
		['dlr_code', { dlrCode: [0] }, 'dlr_code=0'],
		['dlr_code, any of', { dlrCode: [1, 16] }, 'dlr_code[]=1&dlr_code[]=16'],
		['status_code', { statusCode: [6000] }, 'status_code=6000'],
		['status_code, any of', { statusCode: [0, 100] }, 'status_code[]=0&status_code[]=100'],
		['key_id', { keyId: [7] }, 'key_id=7'],
		['key_id, any of', { keyId: [7, 8] }, 'key_id[]=7&key_id[]=8'],
		['callback_data', { callbackData: ['a b'] }, 'callback_data=a b'],
		['callback_data, any of', { callbackData: ['x', 'y'] }, 'callback_data[]=x&callback_data[]=y'],
		['source', { source: [5] }, 'source=5'],
		['source, any of', { source: [5, 6] }, 'source[]=5&source[]=6'],
		['chars_count', { charsCount: [160] }, 'chars_count=160'],
		['chars_count, any of', { charsCount: [1, 2] }, 'chars_count[]=1&chars_count[]=2'],
		['parts_count', { partsCount: [1] }, 'parts_count=1'],
		['parts_count, any of', { partsCount: [1, 2] }, 'parts_count[]=1&parts_count[]=2'],
		['is_sent, yes', { isSent: true }, 'is_sent=1'],
		['is_sent, no', { isSent: false }, 'is_sent=0'],
		['is_unicode, yes', { isUnicode: true }, 'is_unicode=1'],
		['is_unicode, no', { isUnicode: false }, 'is_unicode=0'],
		['text', { text: 'a&b=c' }, 'text=a&b=c'],
		['phone', { phone: '+49151' }, 'phone=+49151'],
		['sender_id', { senderId: 'Shop ' }, 'sender_id=Shop '],
		['ip', { ip: '10.0.' }, 'ip=10.0.'],
		['created_at', { createdAt: ['2026-01-01T00:00:00'] }, 'created_at=1767222000'],
		[
			'created_at, any of',
			{ createdAt: ['2026-01-01T00:00:00Z', '1767225601'] },
			'created_at[]=1767225600&created_at[]=1767225601',
		],
		['delivery_at', { deliveryAt: ['2026-07-01T00:00:00'] }, 'delivery_at=1782856800'],
		['gateway_sent_at', { gatewaySentAt: ['2026-01-01'] }, 'gateway_sent_at=1767222000'],
		[
			'created_at, from',
			{ createdAtRange: { range: { from: '2026-01-01' } } },
			'created_at[gte]=1767222000',
		],
		[
			'created_at, to',
			{ createdAtRange: { range: { to: '2026-01-01' } } },
			// The last day belongs to the range.
			'created_at[lte]=1767308399',
		],
		[
			'created_at, from and to',
			{ createdAtRange: { range: { from: '2026-01-01', to: '2026-01-02' } } },
			'created_at[between]=1767222000..1767394799',
		],
		[
			'delivery_at, from and to',
			{ deliveryAtRange: { range: { from: '2026-01-01', to: '2026-01-02' } } },
			'delivery_at[between]=1767222000..1767394799',
		],
		[
			'gateway_sent_at, from',
			{ gatewaySentAtRange: { range: { from: '2026-01-01', to: '' } } },
			'gateway_sent_at[gte]=1767222000',
		],
		['chars_count, from', { charsCountRange: { range: { from: '1' } } }, 'chars_count[gte]=1'],
		['chars_count, to', { charsCountRange: { range: { to: 160 } } }, 'chars_count[lte]=160'],
		[
			'parts_count, from and to',
			{ partsCountRange: { range: { from: '2', to: '3' } } },
			'parts_count[between]=2..3',
		],
		[
			'source, from and to',
			{ sourceRange: { range: { from: '1', to: '9' } } },
			'source[between]=1..9',
		],
		[
			'_order beside a filter',
			{ text: 'x', orderCreatedAt: 'asc', orderGatewaySentAt: 'desc' },
			'_order[created_at]=asc&_order[gateway_sent_at]=desc&text=x',
		],
	];

	test.each(wire)('%s', async (_name, filters, expected) => {
		const { error } = await cancel(filters);
		expect(error).toBeUndefined();
		expect(query()).toBe(expected);
		expect(sandbox.journal.entries()[0]).toMatchObject({ status: 200, warnings: [], body: '' });
	});

	test('special characters are encoded, also the plus of a number', async () => {
		await cancel({ phone: '+49', text: 'a b/ü📞' });
		expect(sandbox.journal.entries()[0].query).toBe('phone=%2B49&text=a%20b%2F%C3%BC%F0%9F%93%9E');
	});

	test('the filters do what they say: only what matches all of them is stopped', async () => {
		const { main } = await cancel({ uuid: [ONE, TWO], text: 'Test' });
		expect(main[0].json).toEqual({ canceled_sms_count: 2 });
		expect(sandbox.state.sms.get(ONE)?.status_code).toBe(6000);
		const others = [...sandbox.state.sms.values()].filter(({ uuid }) => ![ONE, TWO].includes(uuid));
		expect(others).not.toHaveLength(0);
		expect(others.every(({ status_code }) => status_code !== 6000)).toBe(true);
	});

	const without: Array<[string, IDataObject]> = [
		['no filter', {}],
		['only empty filters', { text: '', uuid: [''], iso2: [], createdAtRange: { range: {} } }],
		['only an order', { orderCreatedAt: 'asc' }],
		['a range that leaves nothing out', { charsCountRange: { range: { from: 0 } } }],
	];

	test.each(
		without.flatMap(([name, filters]) =>
			ALL_ON_ERROR.map((onError) => ({ name, filters, onError })),
		),
	)('$name is refused: it would hit every message ($onError)', async ({ filters, onError }) => {
		const { error, main, errors, pairedErrors } = await run({
			node: 'lox24',
			parameters: { resource: 'sms', operation: 'batchCancel', filters } as never,
			items: [{}, {}],
			url: sandbox.url,
			onError,
		});
		expect(sandbox.journal.entries()).toEqual([]);
		const message = error?.message ?? [...main, ...errors][0].json.error;
		expect(message).toContain('every message of the account');
		if (onError === 'continueErrorOutput') expect(pairedErrors).toEqual([0, 1]);
	});

	test('no filter goes through with the option Apply To All Messages', async () => {
		const { error } = await cancel({}, { options: { applyToAllMessages: true } });
		expect(error).toBeUndefined();
		expect(sandbox.journal.entries()[0].url).toBe('/sms/ops/batch_cancel');
	});

	const refused: Array<[IDataObject, string]> = [
		[{ uuid: ['../'] }, 'SMS IDs is not valid'],
		[{ uuid: [ONE, ONE.slice(1)] }, 'SMS IDs is not valid'],
		[{ bulk: ['x'] }, 'Bulks is not valid'],
		[{ iso2: ['Germany'] }, 'Countries is not valid'],
		[{ keyId: ['abc'] }, 'API Key IDs is not valid'],
		[{ source: [-1] }, 'Sources is not valid'],
		[{ charsCount: [1.5] }, 'Characters is not valid'],
		[{ partsCount: ['two'] }, 'Parts is not valid'],
		[{ createdAt: ['yesterday'] }, 'Created At is not a date'],
		[{ createdAtRange: { range: { from: 'x' } } }, 'Created From is not a date'],
		[{ charsCountRange: { range: { from: '-1' } } }, 'Characters From is not valid'],
		[
			{ deliveryAtRange: { range: { from: '2026-01-02', to: '2026-01-01' } } },
			'Delivery Range ends before it begins',
		],
		[{ sourceRange: { range: { from: '10', to: '9' } } }, 'Sources Range ends before it begins'],
	];

	test.each(refused)('%j: %s', async (filters, message) => {
		// As an expression: fixed values of the wrong kind are refused by n8n itself.
		const { error } = await cancel(asExpressions(filters) as IDataObject);
		expect(error?.message).toContain(message);
		expect(sandbox.journal.entries()).toEqual([]);
	});

	function asExpressions(value: unknown): unknown {
		if (Array.isArray(value)) return value.map(asExpressions);
		if (typeof value === 'object' && value !== null) {
			return Object.fromEntries(
				Object.entries(value).map(([key, one]) => [key, asExpressions(one)]),
			);
		}
		return `={{ ${JSON.stringify(value)} }}`;
	}
});
