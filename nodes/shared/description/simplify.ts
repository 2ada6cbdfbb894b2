import type {
	IDataObject,
	IExecuteSingleFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { isOn } from '../input/kind';
import { isForModel } from '../request/agent';
import { inShort } from '../response/forModel';

/** The part of a large object to keep, and what to add for readers. */
export interface View {
	/** Fields to keep, in this order. */
	keep: string[];
	/** A field with a code, the name of the field for its meaning, and the code table. */
	names?: Array<{ code: string; as: string; table: INodePropertyOptions[] }>;
	/** Fields with unix seconds, to which `<field>_iso` is added; 0 stands for "not yet". */
	times?: string[];
}

/**
 * Makes a readable object out of a large one whose parts a `View` cannot describe. The context
 * gives the parameters of the item.
 */
export type Simplifier = (json: IDataObject, context: IExecuteSingleFunctions) => IDataObject;

/**
 * The switch that n8n's guidelines require if an object has more than ten fields; on by default.
 */
export function simplify(view: View | Simplifier): INodeProperties {
	return {
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		routing: { output: { postReceive: [simplified(view)] } },
	};
}

function simplified(view: View | Simplifier) {
	const toSimple: Simplifier = typeof view === 'function' ? view : (json) => byView(json, view);
	return async function (
		this: IExecuteSingleFunctions,
		items: INodeExecutionData[],
	): Promise<INodeExecutionData[]> {
		if (!isOn(this, 'simplify', 'Simplify')) return items;
		const isShort = isForModel(this);
		return items.map((item) => {
			const json = toSimple(item.json, this);
			return { ...item, json: isShort ? inShort(json) : json };
		});
	};
}

/** The object as a view shows it; one without any of its fields is returned as it is. */
export function byView(json: IDataObject, { keep, names = [], times = [] }: View): IDataObject {
	const simple: IDataObject = {};
	for (const field of keep) {
		const value = json[field];
		if (value === undefined) continue;
		simple[field] = value;
		const name = names.find(({ code }) => code === field);
		if (name) simple[name.as] = inWords(value, name.table);
		if (times.includes(field)) simple[`${field}_iso`] = toIso(value);
	}
	// A response without a body stands for itself.
	return Object.keys(simple).length > 0 ? simple : json;
}

/** A code missing from the table stays as it is. The tables begin with the code, for the editor. */
export function inWords(code: unknown, table: INodePropertyOptions[]): IDataObject[string] {
	// An object from outside may have a `toString` that is not a function.
	if (typeof code === 'object') return code as IDataObject[string];
	const entry = table.find(({ value }) => String(value) === String(code));
	return entry ? entry.name.replace(/^\d+ /, '') : (code as IDataObject[string]);
}

function toIso(seconds: unknown): string | null {
	if (typeof seconds === 'object') return null;
	const time = new Date(Number(seconds) * 1000);
	return time.getTime() > 0 ? time.toISOString() : null;
}
