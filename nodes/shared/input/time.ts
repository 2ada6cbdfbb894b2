import { tryToParseDateTime } from 'n8n-workflow';

import { BadInput, shown } from './badInput';

/**
 * Times without an offset are read in the workflow's time zone, as n8n shows them; a number is
 * taken for unix seconds.
 *
 * @param timezone name of the workflow's time zone
 * @param label the field's name in the editor
 * @returns unix seconds
 * @throws BadInput when it is not a date
 */
export function unixSeconds(value: unknown, timezone: string, label: string): number {
	if (/^\d{9,11}$/.test(String(value))) return Number(value);
	return Math.floor(readTime(value, timezone, label).toSeconds());
}

/**
 * @param format as Luxon writes it, e.g. `yyyy-MM-dd`
 * @returns what a clock in the workflow's time zone shows at that time
 * @throws BadInput when it is not a date
 */
export function clockTime(value: unknown, timezone: string, format: string, label: string): string {
	return readTime(value, timezone, label).setZone(timezone).toFormat(format);
}

function readTime(value: unknown, timezone: string, label: string) {
	const time = parse(value, timezone);
	if (time) return time;
	throw new BadInput(
		`${label} is not a date: ${shown(value)}`,
		'Expected a date and time such as 2026-11-21T09:30:00. Nothing was sent.',
	);
}

function parse(value: unknown, timezone: string) {
	try {
		return tryToParseDateTime(value, timezone);
	} catch {
		return undefined;
	}
}
