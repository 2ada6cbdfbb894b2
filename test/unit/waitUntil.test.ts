import fc from 'fast-check';
import { type IDataObject, WAIT_INDEFINITELY } from 'n8n-workflow';

import { BadInput } from '../../nodes/shared/input/badInput';
import { waitUntil } from '../../nodes/Lox24/wait/until';

const NOW = Date.UTC(2026, 10, 26, 12);

function until(limit: unknown) {
	const item = {
		getTimezone: () => 'Europe/Berlin',
		getNodeParameter: (_name: string, fallback: unknown) => limit ?? fallback,
	};
	return waitUntil(item as unknown as Parameters<typeof waitUntil>[0], NOW);
}

const inMinutes = (minutes: number) => new Date(NOW + minutes * 60_000);

describe('Send and Wait: how long', () => {
	test.each([undefined, {}, { values: {} }])('without a limit for ever: %j', (limit) => {
		expect(until(limit)).toBe(WAIT_INDEFINITELY);
	});

	test.each<[IDataObject, Date]>([
		[{ resumeAmount: 45, resumeUnit: 'minutes' }, inMinutes(45)],
		[{ resumeAmount: '2', resumeUnit: 'days' }, inMinutes(2 * 24 * 60)],
		[{ resumeAmount: 1.5, resumeUnit: 'hours' }, inMinutes(90)],
		[{ limitType: 'afterTimeInterval' }, inMinutes(60)],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '2026-11-26T13:01' }, inMinutes(1)],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '2026-11-26T12:01:00Z' }, inMinutes(1)],
	])('%j', (values, expected) => {
		expect(until({ values })).toEqual(expected);
	});

	test('any other value is refused, or a time to come', () => {
		const value = fc.oneof(fc.jsonValue(), fc.double(), fc.constantFrom('', ' ', '-1', '1e400'));
		const values = fc.record(
			{
				limitType: fc.oneof(fc.constantFrom('afterTimeInterval', 'atSpecifiedTime'), value),
				resumeAmount: value,
				resumeUnit: fc.oneof(fc.constantFrom('minutes', 'hours', 'days', '__proto__'), value),
				maxDateAndTime: value,
			},
			{ requiredKeys: ['limitType'] },
		);
		fc.assert(
			fc.property(values, (given) => {
				try {
					expect(until({ values: given }).getTime()).toBeGreaterThan(NOW);
				} catch (error) {
					expect(error).toBeInstanceOf(BadInput);
				}
			}),
		);
	});
});
