import fc from 'fast-check';

import type { About } from '../../nodes/shared/input/kind';
import { clockTime, time } from '../../nodes/shared/input/time';

/** North and south, so that in any season the clocks of some zone differ from those of the test. */
const ZONES = [
	...['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/St_Johns', 'America/Havana'],
	...['America/Santiago', 'America/Nuuk', 'Africa/Cairo', 'Asia/Kathmandu', 'Asia/Beirut'],
	...['Australia/Sydney', 'Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Auckland', 'UTC'],
];

const HALF_AN_HOUR = 1800;

const at = (timezone: string): About => ({
	label: 'Delivery At',
	item: { getTimezone: () => timezone, getNodeParameter: (() => undefined) as never },
});

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock shows, as the runtime's own calendar has it: `2026-12-01T09:30:00`. */
function clock(timezone: string, seconds: number): string {
	if (!clocks.has(timezone)) {
		const digits = {
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
		} as const;
		const format = { year: 'numeric', second: '2-digit', hourCycle: 'h23', ...digits } as const;
		clocks.set(timezone, new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, ...format }));
	}
	return clocks
		.get(timezone)!
		.format(seconds * 1000)
		.replace(' ', 'T');
}

/** Every second, and many more of the days on which clocks are set. */
const instants = fc.oneof(
	fc.integer({ min: Date.UTC(2000, 0, 2) / 1000, max: Date.UTC(2100, 11, 30) / 1000 }),
	fc
		.tuple(
			fc.integer({ min: 2000, max: 2037 }),
			fc.constantFrom(2, 3, 8, 9, 10),
			fc.integer({ min: 1, max: 31 }),
			fc.integer({ min: 0, max: 95 }),
		)
		.map(([year, month, day, quarter]) => Date.UTC(year, month, day, 0, quarter * 15) / 1000),
);

const property = fc.property(fc.constantFrom(...ZONES), instants, (zone, instant) => {
	const written = clock(zone, instant);
	const read = time()(written, at(zone)) as number;
	expect(clock(zone, read)).toBe(written);
	for (let steps = 1; steps <= 8; steps++)
		expect(clock(zone, read - steps * HALF_AN_HOUR)).not.toBe(written);
});

test('what a clock shows is read as the first time at which it shows that', () => {
	fc.assert(property, { numRuns: 300, seed: 20_261_126 });
});

test('a day is all of it, also where clocks are set at midnight', () => {
	const days = fc.property(fc.constantFrom(...ZONES), instants, (zone, instant) => {
		const [day] = clock(zone, instant).split('T');
		const start = time()(day, at(zone)) as number;
		const end = time({ isEnd: true })(day, at(zone)) as number;
		expect([start, end].map((one) => clock(zone, one).split('T')[0])).toEqual([day, day]);
		expect(clock(zone, end + 1)).not.toContain(day);
		expect(clock(zone, start - 1)).not.toContain(day);
	});
	fc.assert(days, { numRuns: 300, seed: 20_261_126 });
});

test.each([
	['Europe/Berlin', '2026-10-25T02:30:00', '2026-10-25T00:30:00Z'],
	['Europe/Berlin', '25.10.2026 02:30', '2026-10-25T00:30:00Z'],
	['America/New_York', '2026-11-01 01:59:59', '2026-11-01T05:59:59Z'],
	['Australia/Sydney', '2026-04-05T02:00:00', '2026-04-04T15:00:00Z'],
	['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00Z'],
	['America/Havana', '2026-11-01', '2026-11-01T04:00:00Z'],
])('in %s, %s is shown twice: the first is %s', (zone, written, expected) => {
	expect(time()(written, at(zone))).toBe(Date.parse(expected) / 1000);
});

test.each([
	['Europe/Berlin', '2026-03-29T02:00:00'],
	['Europe/Berlin', '29.3.2026 2:59:59'],
	['America/New_York', '2026-03-08 02:30'],
	['Australia/Lord_Howe', '2026-10-04T02:15:00'],
	['Africa/Cairo', '2026-04-24T00:00:00'],
	['America/Nuuk', '2026-03-28T23:30:00'],
	['Pacific/Apia', '2011-12-30'],
	['Pacific/Apia', '2011-12-30T12:00:00'],
])('in %s, %s does not exist', (zone, written) => {
	for (const reader of [time(), time({ isEnd: true }), clockTime('yyyy-MM-dd')]) {
		expect(() => reader(written, at(zone))).toThrow(
			`Delivery At is a time that does not exist in ${zone}: "${written}"`,
		);
	}
});

test.each([
	['Europe/Berlin', '2026-03-29T01:59:59', '2026-03-29T00:59:59Z'],
	['Europe/Berlin', '2026-03-29T03:00:00', '2026-03-29T01:00:00Z'],
	['Europe/Berlin', '2026-03-29T02:30:00+01:00', '2026-03-29T01:30:00Z'],
	['Europe/Berlin', '2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00Z'],
	['Europe/Berlin', '2026-03-29T02:30:00Z', '2026-03-29T02:30:00Z'],
	['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z'],
])('in %s, %s is %s', (zone, written, expected) => {
	expect(time()(written, at(zone))).toBe(Date.parse(expected) / 1000);
});

test('a Date or a Luxon time needs no time zone', () => {
	const instant = Date.parse('2026-10-25T01:30:00Z');
	expect(time()(new Date(instant), at('Europe/Berlin'))).toBe(instant / 1000);
});

test('in a zone that does not exist, nothing is a date', () => {
	expect(() => time()('2026-03-29T02:30:00', at('Mars/Phobos'))).toThrow('is not a date');
});
