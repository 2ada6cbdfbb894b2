import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isObject } from '../response/response';

/** Reads a parameter for an item, as `getNodeParameter` of n8n does. */
export type ReadParameter = (
	name: string,
	itemIndex: number,
	fallback?: unknown,
	options?: { extractValue?: boolean },
) => unknown;

/** Gives the value for an item with this `$json`, or says that n8n has to evaluate it. */
type Evaluate = (json: IDataObject) => unknown;

const FOR_N8N = Symbol('for n8n');
const MISSING = Symbol('missing');

/** What the editor writes when a field is dragged: `{{ $json.name }}`, `{{ $json['Last name'] }}`. */
const FIELD =
	/^=\{\{\s*\$json((?:\.[A-Za-z_$][\w$]*|\["[^"\\]*"\]|\['[^'\\]*'\]|\[\d+\])+)\s*\}\}$/;
const STEP = /\.([\w$]+)|\["([^"]*)"\]|\['([^']*)'\]|\[(\d+)\]/g;

/**
 * Reads parameters for many items. n8n evaluates an expression in an isolate of its own, which
 * costs about a millisecond each; that is more than the rest of the work for an item. A plain
 * value, and an expression that only names a field of the item, needs none of that, so these are
 * read here. Everything else n8n evaluates.
 *
 * The types and modes of this package's fields convert nothing, so an evaluated value is the
 * parameter's value (test/package/descriptions.test.ts).
 */
export function itemParameters(
	context: IExecuteFunctions,
	input: INodeExecutionData[],
): ReadParameter {
	const evaluators = new Map<string, Evaluate | typeof MISSING>();

	const evaluatorOf = (name: string): Evaluate | typeof MISSING => {
		let evaluator = evaluators.get(name);
		if (!evaluator) {
			const raw: unknown = context.getNodeParameter(name, 0, MISSING, { rawExpressions: true });
			evaluator = raw === MISSING ? MISSING : compile(raw);
			evaluators.set(name, evaluator);
		}
		return evaluator;
	};

	return (name, itemIndex, fallback, options) => {
		const evaluator = evaluatorOf(name);
		const { json } = input[itemIndex] ?? {};
		if (evaluator !== MISSING && json) {
			const value = evaluator(json);
			if (value !== FOR_N8N) {
				const isLocator = options?.extractValue && isObject(value) && '__rl' in value;
				return isLocator ? value.value : value;
			}
		}
		return context.getNodeParameter(name, itemIndex, fallback, options);
	};
}

/** n8n refuses to read these, even if an item has a field of that name. */
const REFUSED = new Set(['__proto__', 'prototype', 'constructor']);

/** Each item gets its own objects, because a request may be changed on the way. */
function compile(raw: unknown): Evaluate {
	if (typeof raw === 'string' && raw.startsWith('=')) return field(raw);
	if (Array.isArray(raw)) {
		const parts = raw.map(compile);
		return (json) => whole(parts.map((part) => part(json)));
	}
	if (isObject(raw)) {
		const parts = Object.entries(raw).map(([key, value]) => ({ key, part: compile(value) }));
		return (json) => {
			const values = whole(parts.map(({ part }) => part(json)));
			if (values === FOR_N8N) return FOR_N8N;
			return Object.fromEntries(parts.map(({ key }, index) => [key, (values as unknown[])[index]]));
		};
	}
	return () => raw;
}

function whole(values: unknown[]): unknown[] | typeof FOR_N8N {
	return values.includes(FOR_N8N) ? FOR_N8N : values;
}

/** Only for existing simple values; n8n may treat others differently. */
function field(expression: string): Evaluate {
	const [, path] = FIELD.exec(expression) ?? [];
	if (path === undefined) return () => FOR_N8N;
	const steps = [...path.matchAll(STEP)].map((match) =>
		match.slice(1).find((one) => one !== undefined)!,
	);
	if (steps.some((step) => REFUSED.has(step))) return () => FOR_N8N;
	return (json) => {
		let value: unknown = json;
		for (const step of steps) {
			if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
				return FOR_N8N;
			value = (value as Record<string, unknown>)[step];
		}
		return typeof value === 'object' && value !== null ? FOR_N8N : value;
	};
}
