import { tryToParseDateTime } from 'n8n-workflow';

import { BadInput, shown } from './badInput';
import { type About, isOn, notValid, type Reader } from './kind';

/** Luxon's date-time, from n8n. */
type DateTime = ReturnType<typeof tryToParseDateTime>;

/** Daylight saving time skips an hour. */
type Parsed = DateTime | 'skipped' | undefined;

const EXPECTED = 'a date and time such as 2026-12-01T09:30:00 or 1.12.2026 9:30';

/** `2026-12-01`, `2026-12-01 9:30`, `2026-12-01T09:30:00.000+01:00`. */
const ISO =
	/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)(?:\[[\w/+-]+\])?)?)?$/i;

/** `1.12.2026`, `01.12.2026 09:30`. */
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** Spreadsheet dates from 1954 to 2119: days since 1899, with the time as a fraction. */
const SERIAL = /^[2-7]\d{4}([.,]\d+)?$/;

/**
 * A point in time, read as it was meant or refused. Without an offset the time zone of the
 * workflow holds, whatever the server's is. A time that its clocks skip in spring is refused; of
 * one that they show twice in autumn the first is taken, all year round: which of them Luxon takes
 * depends on the season in which the workflow runs.
 *
 * @param isEnd a day without a time is the end of a period, so all of that day belongs to it
 * @returns nothing when it is empty
 * @throws BadInput when it is not clear which time is meant
 */
export function readTime(value: unknown, about: About, isEnd = false): DateTime | undefined {
	const given = typeof value === 'string' ? value.trim() : value;
	if (given === '') return undefined;
	const timezone = about.item.getTimezone();
	const time = parse(given, timezone, isEnd);
	if (time === 'skipped') {
		throw new BadInput(
			`${about.label} is a time that does not exist in ${timezone}: ${shown(value)}`,
			'Daylight saving time skips it. Enter a time before or after, or one with an offset such as 2026-12-01T09:30:00+01:00. Nothing was sent.',
		);
	}
	if (time?.isValid && time.year >= 2000 && time.year <= 2100) return time;
	const written = typeof given === 'object' ? '' : String(given);
	if (SERIAL.test(written)) {
		throw new BadInput(
			`${about.label} looks like a spreadsheet's date number: ${shown(value)}`,
			`Let the cell return a formatted date. Expected ${EXPECTED}. Nothing was sent.`,
		);
	}
	if (/^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/.test(written)) {
		throw new BadInput(
			`${about.label} has an ambiguous day and month: ${shown(value)}`,
			`Expected ${EXPECTED}. Nothing was sent.`,
		);
	}
	throw new BadInput(
		`${about.label} is not a date: ${shown(value)}`,
		`Expected ${EXPECTED}, in the years 2000 to 2100. Nothing was sent.`,
	);
}

function parse(given: unknown, timezone: string, isEnd: boolean): Parsed {
	if (typeof given === 'object' && given !== null) {
		const isTime = given instanceof Date || ('toSeconds' in given && 'setZone' in given);
		return isTime ? attempt(given, timezone) : undefined;
	}
	const digits = String(given);
	// Unix seconds have ten digits in these years, or nine; milliseconds have three more.
	if (/^\d{9,10}$/.test(digits)) return attempt(new Date(Number(digits) * 1000), timezone);
	if (/^\d{12,13}$/.test(digits)) return attempt(new Date(Number(digits)), timezone);
	if (typeof given !== 'string') return undefined;
	const [, year, month, day, ...iso] = ISO.exec(given) ?? [];
	const [, ofMonth, inYear, ofYear, ...clock] = DAY_FIRST.exec(given) ?? [];
	if (year) return at([year, month, day], iso, timezone, isEnd);
	return ofYear ? at([ofYear, inYear, ofMonth], clock, timezone, isEnd) : undefined;
}

function at(
	[year, month, day]: string[],
	[hour, minute = '0', second = '0', offset = '']: Array<string | undefined>,
	timezone: string,
	isEnd: boolean,
): Parsed {
	const isDay = new Date(Date.UTC(+year, +month - 1, +day)).getUTCDate() === +day && +month <= 12;
	if (!isDay || Number(hour ?? 0) > 23 || +minute > 59 || +second > 59) return undefined;
	const pad = (part: string) => part.padStart(2, '0');
	const date = `${year}-${pad(month)}-${pad(day)}`;
	if (hour === undefined) {
		// If the clocks skip midnight, the day begins later.
		const start = first(attempt(`${date}T00:00:00`, timezone));
		return start && shows(start, date, isEnd ? start.endOf('day') : start);
	}
	const clock = `${date}T${pad(hour)}:${minute}:${pad(second)}`;
	if (offset !== '') return attempt(`${clock}${offset}`, timezone);
	const read = first(attempt(clock, timezone));
	return read && shows(read, clock, read);
}

/** The first of two times with the same clock time. */
function first(time: DateTime | undefined): DateTime | undefined {
	const before = time?.minus({ hours: 24 }).offset ?? 0;
	const earlier = time?.plus({ minutes: time.offset - before });
	return earlier?.offset === before ? earlier : time;
}

/** @returns `meant`, if the time came out as it was written */
function shows(time: DateTime, written: string, meant: DateTime): Parsed {
	return time.toISO({ includeOffset: false })?.startsWith(written) ? meant : 'skipped';
}

function attempt(value: unknown, timezone: string): DateTime | undefined {
	try {
		return tryToParseDateTime(value, timezone);
	} catch {
		return undefined;
	}
}

/** A point in time as unix seconds. */
export function time({ isEnd = false } = {}): Reader {
	return (value, about) => {
		const read = readTime(value, about, isEnd);
		return read && Math.floor(read.toSeconds());
	};
}

/**
 * A point in time as a clock in the workflow's time zone shows it.
 *
 * @param format as Luxon writes it, e.g. `yyyy-MM-dd`
 */
export function clockTime(format: string, { isEnd = false } = {}): Reader {
	return (value, about) =>
		readTime(value, about, isEnd)?.setZone(about.item.getTimezone()).toFormat(format);
}

/**
 * When something is to be done. A time long past is a mistake, and would mean "at once"; 0 says so.
 *
 * @param allowOption path of the option that allows it
 */
export function futureTime(allowOption: string): Reader {
	const read = time();
	return (value, about) => {
		if (value === 0 || value === '0') return 0;
		const seconds = read(value, about) as number | undefined;
		const isPast = seconds !== undefined && seconds < Date.now() / 1000 - 86_400;
		if (!isPast || isOn(about.item, allowOption, 'Allow Past Times')) return seconds;
		throw notValid(
			value,
			about,
			'a time no more than a day in the past, or the option Allow Past Times',
		);
	};
}
