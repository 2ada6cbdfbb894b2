import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../response/response';
import { BadInput, shown } from './badInput';

/** Whether a field is empty. */
export function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** Stand for a `null` or an empty text that has to be sent; an empty field is otherwise left out. */
export const EXPLICIT_NULL = Symbol('null');
export const EXPLICIT_EMPTY = Symbol('empty');

function fromSymbol(value: unknown): unknown {
	if (value === EXPLICIT_EMPTY) return '';
	return value === EXPLICIT_NULL ? null : value;
}

/**
 * Brings a query or a JSON body into the form that goes to the wire: an optional field that was
 * left empty is not sent.
 */
export function withoutEmpty(fields: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(fields)
			.map(([name, value]): [string, IDataObject[string]] => [name, withoutEmptyParts(value)])
			.filter(([, value]) => !isEmpty(value) && !isBare(value))
			.map(([name, value]) => [name, fromSymbol(value)]),
	) as IDataObject;
}

/** Nested objects, such as an address, and lists of them are cleaned too. */
function withoutEmptyParts(value: IDataObject[string]): IDataObject[string] {
	if (Array.isArray(value)) {
		return value.map((one) => (isObject(one) ? withoutEmpty(one) : one)) as IDataObject[];
	}
	return isObject(value) ? withoutEmpty(value) : value;
}

function isBare(value: unknown): boolean {
	if (Array.isArray(value)) return value.length === 0;
	return isObject(value) && Object.keys(value).length === 0;
}

/**
 * Writes filters as LOX24 documents them: one value as the exact form `uuid=a`, several as the
 * any-of form `uuid[]=a&uuid[]=b` (docs/api/lox24.md, "Filters").
 *
 * An object, or a list where one value belongs, would become another parameter (`text[a]=b`).
 * LOX24 ignores parameters it does not know, so a filter would match everything.
 *
 * @param query a key that ends in `[]` may hold several values
 * @throws BadInput naming the key whose value cannot be a filter
 */
export function toWireQuery(query: IDataObject): IDataObject {
	const wire: IDataObject = {};
	for (const [key, value] of Object.entries(query)) {
		const given = [value].flat(2).filter((one) => !isEmpty(one));
		const isMany = key.endsWith('[]');
		const isList = Array.isArray(value) && !isMany;
		if (given.some((one) => typeof one === 'object') || (isList && value.length !== 1)) {
			throw new BadInput(
				`The filter ${key.replace(/\[\]$/, '')} is not valid: ${shown(value)}`,
				`Expected ${isMany ? 'texts or numbers' : 'one text or number'}. Nothing was sent.`,
			);
		}
		if (given.length === 1) wire[isMany ? key.slice(0, -2) : key] = given[0] as string;
		else if (given.length > 1) wire[key] = given as string[];
	}
	return wire;
}
