import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/** Built on first use: only a refusal needs them. */
let known: { of: INodeProperties[]; labels: ReadonlyMap<string, string> } | undefined;

/**
 * Translates the path of a violation into the editor's field names.
 *
 * @param path of the violation, such as `callback_data`, `address.city` or `phones[0].a`
 * @param properties of the node
 * @returns "Callback Data", "Address, City", "Phone Numbers 1, Column A"; a part of the path that
 * no field stands for comes through as it is
 */
export function toLabel(path: string, properties: INodeProperties[]): string {
	if (known?.of !== properties) {
		const labels = new Map([...labelsOfBody(properties), ...labelsByWireName(properties)]);
		known = { of: properties, labels };
	}
	const { labels } = known;
	const steps = [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)];
	let inside = '';
	let label = '';
	for (const [, name, index] of steps) {
		if (name === undefined) {
			// People count from 1.
			label += ` ${Number(index) + 1}`;
			continue;
		}
		inside = inside ? `${inside}.${name}` : name;
		// A declaration for this exact place is more specific than the same name elsewhere.
		const part = (inside !== name && labels.get(inside)) || labels.get(name) || name;
		label = label ? `${label}, ${part}` : part;
	}
	return label.trim();
}

/**
 * By the place in the body, if it differs from the parameter's name: `msg_groups`, `address.city`.
 */
function labelsOfBody(properties: INodeProperties[]): Array<[string, string]> {
	return properties.flatMap(({ displayName, routing, options = [] }) => {
		const { type, property } = routing?.send ?? {};
		const inside = options.flatMap((option) => {
			if ('values' in option) return labelsOfBody(option.values);
			return 'type' in option ? labelsOfBody([option as INodeProperties]) : [];
		});
		return type === 'body' && property ? [[property, displayName], ...inside] : inside;
	});
}

/**
 * The names users see in the editor, by wire name, so that an error about `callback_data` can
 * mention "Callback Data". Parameter names are the wire names in camelCase throughout.
 */
function labelsByWireName(properties: INodeProperties[]): ReadonlyMap<string, string> {
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
