import { comparable } from '../../shared/input/numberList';
import { isObject } from '../../shared/response/response';
import { FAILED } from '../resources/sms/codes';
import { ALL } from './events';
import type { Lox24Event } from './readEvent';
import type { Settings } from './settings';

/**
 * After these reports another follows (docs/api/lox24.md, "Delivery report codes"). One that is not
 * known may be the last.
 */
const NOT_FINAL = new Set(['0', '2', '4']);

/** Where events have a number. */
const NUMBERS = ['from', 'to', 'phone'];

/** Whether an event is one that starts the workflow. */
export function wants({ name, data }: Lox24Event, settings: Settings): boolean {
	const { events, onlyFinal, numbers } = settings;
	if (!events.includes(ALL) && !events.includes(name)) return false;
	const fields: Record<string, unknown> = isObject(data) ? data : {};
	if (onlyFinal && name === 'sms.delivery' && !isFinal(fields)) return false;
	if (!numbers) return true;
	const own = NUMBERS.map((field) => comparable(fields[field])).filter(Boolean);
	return own.length === 0 || own.some((number) => numbers.has(number));
}

function isFinal(fields: Record<string, unknown>): boolean {
	return !NOT_FINAL.has(comparable(fields.dlr_code)) || FAILED.includes(Number(fields.status_code));
}
