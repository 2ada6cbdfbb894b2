import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../answer/answer';

/** Whether a field was left empty. */
export function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** Stands for a `null` that has to be sent; an empty field is otherwise left out. */
export const EXPLICIT_NULL = Symbol('null');

/**
 * Brings a query or a JSON body into the form that goes to the wire: an optional field that was
 * left empty is not sent.
 */
export function withoutEmpty(fields: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(fields)
			.map(([name, value]): [string, IDataObject[string]] => [name, withoutEmptyParts(value)])
			.filter(([, value]) => !isEmpty(value) && !isBare(value))
			.map(([name, value]) => [name, (value as unknown) === EXPLICIT_NULL ? null : value]),
	);
}

/** Objects inside of the body, such as an address, and lists of them are cleaned as well. */
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
 * any-of form `uuid[]=a&uuid[]=b` (reference, section 2.5).
 *
 * @param query a key that ends in `[]` holds an array
 */
export function toWireQuery(query: IDataObject): IDataObject {
	const wire: IDataObject = {};
	for (const [key, value] of Object.entries(withoutEmpty(query))) {
		if (!key.endsWith('[]') || !Array.isArray(value)) {
			wire[key] = value;
			continue;
		}
		const values = value.filter((one) => !isEmpty(one));
		if (values.length === 1) wire[key.slice(0, -2)] = values[0] as string;
		else if (values.length > 1) wire[key] = values as string[];
	}
	return wire;
}
