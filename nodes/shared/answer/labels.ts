import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/**
 * The names users see in the editor, by the name on the wire, so that a service's complaint
 * about `callback_data` can speak of "Callback Data".
 *
 * Parameter names are the wire names in camelCase throughout (design, section 3).
 */
export function labelsByWireName(properties: INodeProperties[]): ReadonlyMap<string, string> {
	const labels = new Map<string, string>();
	const visit = (entries: readonly Entry[]) => {
		for (const entry of entries) {
			if ('displayName' in entry) {
				const wireName = toSnakeCase(entry.name);
				if (!labels.has(wireName)) labels.set(wireName, entry.displayName);
			}
			if ('options' in entry && entry.options) visit(entry.options);
			if ('values' in entry) visit(entry.values);
		}
	};
	visit(properties);
	return labels;
}

/** `callbackData` is `callback_data` on the wire. */
export function toSnakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
