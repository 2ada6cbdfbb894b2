import { isObject } from '../../shared/response/response';
import { ALL } from './events';
import type { Lox24Event } from './readEvent';

/** Delivered, not delivered in time, rejected: no other code follows. */
const FINAL = new Set(['1', '8', '16']);

/** Where events have a number. */
const NUMBERS = ['from', 'to', 'phone'];

export interface Wishes {
	/** Chosen under Trigger On. */
	events: unknown;
	onlyFinal: boolean;
	/** Undefined if the option was not added. */
	phoneNumbers?: unknown;
}

/** Whether an event is one that starts the workflow. */
export function wants({ name, data }: Lox24Event, wishes: Wishes): boolean {
	const events = toList(wishes.events);
	if (!events.includes(ALL) && !events.includes(name)) return false;
	const fields: Record<string, unknown> = isObject(data) ? data : {};
	if (wishes.onlyFinal && name === 'sms.delivery' && !FINAL.has(toText(fields.dlr_code))) {
		return false;
	}
	const { numbers } = readNumbers(wishes.phoneNumbers);
	if (numbers.length === 0) return isBlank(wishes.phoneNumbers);
	const own = NUMBERS.map((field) => toText(fields[field])).filter(Boolean);
	return own.length === 0 || own.some((number) => numbers.includes(comparable(number)));
}

/**
 * Reads the list of numbers that an event must be from, to or about.
 *
 * @returns them in a form that can be compared, and the entries that no event can meet
 */
export function readNumbers(given: unknown): { numbers: string[]; unreadable: string[] } {
	const entries = toList(given);
	// A number as it is dialled at home never arrives.
	const isReadable = (entry: string) => /^(00)?[^0]/.test(comparable(entry));
	return {
		numbers: entries.filter(isReadable).map(comparable),
		unreadable: entries.filter((entry) => !isReadable(entry)),
	};
}

/** Digits alone where it is a number: `+49 151 …` and `0049151…` are the same. Senders can be names. */
function comparable(number: string): string {
	const bare = number.replace(/[\p{Cf}\s().\-/\u2010-\u2015]/gu, '');
	return /^\+?\d+$/.test(bare) ? bare.replace(/^(\+|00)/, '') : number.trim().toLowerCase();
}

function toList(given: unknown): string[] {
	const list: unknown[] = Array.isArray(given) ? given : [given];
	return list
		.flatMap((one) => toText(one).split(/[,;\n]/))
		.map((entry) => entry.trim())
		.filter(Boolean);
}

function isBlank(given: unknown): boolean {
	return given === undefined || (typeof given === 'string' && given.trim() === '');
}

/** Objects of strangers can break `String`. */
function toText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
