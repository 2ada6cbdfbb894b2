import type { IDataObject, IHttpRequestOptions, INodePropertyRouting } from 'n8n-workflow';

/** n8n's placeholder for the index of an entry in a list of fields. */
const INDEX = /\{\{\s*\$index\s*\}\}/g;

/** Writes a value into the request; `index` counts the entries of a list of fields. */
export type Put = (request: IHttpRequestOptions, value: unknown, index: number) => void;

/** @throws TypeError for what no operation here needs of n8n's `routing.send` */
export function toPut(send: INodePropertyRouting['send']): Put | undefined {
	if (send?.property === undefined) return undefined;
	const { property, value, propertyInDotNotation } = send;
	const template = property.replace(/^=/, '').replace(INDEX, '0');
	if (value !== undefined || template.includes('{{')) {
		throw new TypeError(`routing.send of "${property}": use a function in preSend`);
	}
	const place = send.type === 'body' ? 'body' : 'qs';
	return (request, given, index) => {
		const name = property.replace(/^=/, '').replace(INDEX, String(index));
		const target = request[place] as IDataObject;
		if (propertyInDotNotation === false) target[name] = given as IDataObject[string];
		else putAt(target, name.replace(/\[(\d+)\]/g, '.$1').split('.'), given);
	};
}

/** Writes to a nested path, creating objects and lists on the way. */
function putAt(target: IDataObject, path: string[], value: unknown): void {
	path.slice(0, -1).forEach((step, depth) => {
		const next = /^\d+$/.test(path[depth + 1]) ? [] : {};
		target = (target[step] ??= next) as IDataObject;
	});
	target[path[path.length - 1]] = value as IDataObject[string];
}
