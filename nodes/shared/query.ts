import type { IDataObject } from 'n8n-workflow';

/** Whether a field was left empty. */
export function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/**
 * Brings a query or a JSON body into the form that goes to the wire: an optional field that was
 * left empty is not sent.
 */
export function withoutEmpty(fields: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(fields).filter(
			([, value]) => !isEmpty(value) && !(Array.isArray(value) && value.length === 0),
		),
	);
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
