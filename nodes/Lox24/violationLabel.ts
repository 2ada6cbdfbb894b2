import type { INodeProperties } from 'n8n-workflow';

import { labelsByWireName } from '../shared/answer/labels';
import { resources } from './resources';

/** Built on first use: only a run that meets a refusal needs it. */
let labels: ReadonlyMap<string, string> | undefined;

/**
 * Says in the editor's names what a violation is about.
 *
 * @param path of the violation, such as `callback_data`, `address.city` or `phones[0].a`
 * @returns "Callback Data", "Address, City", "Phone Numbers 1, Column A"; a part of the path that
 * no field stands for comes through as it is
 */
export function toLabel(path: string): string {
	labels ??= new Map([...labelsOfBody(resources), ...labelsByWireName(resources)]);
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
		// What is declared for this very place says more than the same name elsewhere.
		const part = (inside !== name && labels.get(inside)) || labels.get(name) || name;
		label = label ? `${label}, ${part}` : part;
	}
	return label.trim();
}

/** By the place in the body, where that is not the parameter's name: `msg_groups`, `address.city`. */
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
