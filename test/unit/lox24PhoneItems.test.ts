import type { INode } from 'n8n-workflow';

import { type RowResult, toItem } from '../../nodes/Lox24/batch/phoneResults';
import type { PhoneRow } from '../../nodes/Lox24/batch/phoneRows';
import { failed } from './given';

describe('phone results: the item of a phone', () => {
	const row: PhoneRow = {
		itemIndex: 3,
		groupId: '7',
		phone: { phone: '+491', a: 'x' },
		part: { key: '3', to: '12345678' },
	};

	function itemFor(result: RowResult, onError?: INode['onError']) {
		return toItem({ properties: [] }, { onError } as INode, row, result);
	}

	test('a success has what LOX24 says of the phone, without the keys of JSON-LD', () => {
		const body = { '@id': '/phones/1', id: 1, phone: '+491' };
		expect(itemFor({ status: 201, body })).toEqual({
			json: { success: true, status: 201, id: 1, phone: '+491' },
		});
	});

	test.each([200, 299])(
		'a success with status %i that says nothing has what was sent',
		(status) => {
			expect(itemFor({ status, body: undefined }).json).toEqual({
				success: true,
				status,
				phone: '+491',
				a: 'x',
			});
		},
	);

	test.each([199, 300, 422])('status %i is none: it says why, beside what was sent', (status) => {
		const { json, error } = itemFor({ status, body: { detail: 'taken' } });
		expect(json).toMatchObject({ success: false, status, phone: '+491', a: 'x' });
		expect(json.message).toMatch(/: taken$/);
		expect([json.error, error]).toEqual([undefined, undefined]);
	});

	test('a group that is not there is named', () => {
		const { json } = itemFor({ status: 404, body: undefined });
		expect(json.message).toContain('(POST /groups/7/phones/batch)');
	});

	test('violations are there one by one', () => {
		const violations = [{ propertyPath: 'phone', message: 'too short' }];
		const { json } = itemFor({ status: 422, body: { violations } });
		expect(json.violations).toEqual(['phone: too short']);
	});

	test('a refused one is an error item where these have an output of their own', () => {
		const item = itemFor({ status: 422, body: { detail: 'taken' } }, 'continueErrorOutput');
		expect(item.error).toBeInstanceOf(Error);
		expect(item.json.error).toMatch(/: taken$/);
		expect(item.json.details).toMatchObject({
			httpCode: '422',
			effect: 'none',
			outcome: 'not sent',
			sent: { phone: '+491', a: 'x' },
		});
		expect(item.pairedItem).toEqual({ item: 3 });
	});

	test.each([undefined, 'continueErrorOutput'] as const)(
		'one of which nothing was said is an error item, on error %s',
		(onError) => {
			const failure = failed({ effect: 'unknown', details: { requestId: '7' } });
			const { json, error } = itemFor(failure, onError);
			expect(json.error).toBe('It did not work');
			expect(json.details).toMatchObject({
				effect: 'unknown',
				requestId: '7',
				sent: { phone: '+491', a: 'x' },
			});
			expect(error !== undefined).toBe(onError === 'continueErrorOutput');
		},
	);
});
