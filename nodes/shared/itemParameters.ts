import type { IExecuteFunctions } from 'n8n-workflow';

import { isObject } from './answer';

/** Reads a parameter for an item, as `getNodeParameter` of n8n does. */
type Read = (
	name: string,
	itemIndex: number,
	fallback?: unknown,
	options?: { extractValue?: boolean },
) => unknown;

/**
 * Reads parameters for many items. One that holds no expression is the same for all of them, so
 * n8n is asked for it once.
 */
export function itemParameters(context: IExecuteFunctions): Read {
	const constants = new Map<string, { value: unknown } | undefined>();
	return (name, itemIndex, fallback, options) => {
		if (!constants.has(name)) {
			const raw: unknown = context.getNodeParameter(name, 0, fallback, { rawExpressions: true });
			const value = hasExpression(raw)
				? undefined
				: { value: context.getNodeParameter(name, 0, fallback, options) };
			constants.set(name, value);
		}
		const constant = constants.get(name);
		return constant ? constant.value : context.getNodeParameter(name, itemIndex, fallback, options);
	};
}

function hasExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	if (Array.isArray(raw)) return raw.some(hasExpression);
	return isObject(raw) && Object.values(raw).some(hasExpression);
}
