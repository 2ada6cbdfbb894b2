import { isObject } from './response';

/**
 * The same value with every text in it changed.
 *
 * @param changeName for the names of fields, which usually stay
 */
export function inTexts(
	value: unknown,
	change: (text: string) => string,
	changeName: (name: string) => string = (name) => name,
): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((one) => inTexts(one, change, changeName));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, one]) => [
			changeName(name),
			inTexts(one, change, changeName),
		]),
	);
}

/** Escapes a text for a regular expression, outside brackets. */
export function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
