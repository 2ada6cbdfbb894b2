import type { IDataObject } from 'n8n-workflow';

/** The object without some of its fields. n8n's lint refuses the shorter `{ a: _, ...rest }`. */
export function without(object: IDataObject, fields: readonly string[]): IDataObject;
export function without<T extends object, K extends keyof T>(
	object: T,
	fields: readonly K[],
): Omit<T, K>;
export function without(object: object, fields: readonly string[]): object {
	return Object.fromEntries(Object.entries(object).filter(([field]) => !fields.includes(field)));
}
