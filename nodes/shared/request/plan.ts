import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INode,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodePropertyRouting,
	INodeTypeDescription,
	PostReceiveAction,
	PreSendAction,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { isObject } from '../response/response';
import type { Marks } from './marks';

/** n8n's way to say which entry of a list of fields this is. */
const INDEX = /\{\{\s*\$index\s*\}\}/g;

type Property = INodeProperties | INodePropertyOptions | INodePropertyCollection;

/** What the fields of one operation make of an item: n8n's routing, read once for all items. */
export interface RequestPlan {
	/** What is the same for all items: method, URL template, headers. */
	request: Partial<IHttpRequestOptions>;
	fields: Field[];
	preSend: PreSendAction[];
	postReceive: PostReceiveAction[];
	/** What the operation declares beyond n8n's format. */
	marks: Marks;
}

/** One field on the top level of the editor. */
interface Field {
	property: INodeProperties;
	put?: Put;
	/** Fields inside of it, by their name in its value. */
	inside: Part[];
}

interface Part {
	name: string;
	/** Locators hide their value in an object. */
	isLocator: boolean;
	put?: Put;
	inside: Part[];
}

/** Writes a value to its place in the request; `index` counts the entries of a list of fields. */
type Put = (request: IHttpRequestOptions, value: unknown, index: number) => void;

/**
 * Reads from the description what the chosen operation sends.
 *
 * n8n's own engine walks the whole description twice for every item, and evaluates each
 * expression in it at least four times. Resource, operation and which fields are shown do not
 * depend on the item, so here the description is walked once for a run (docs/benchmarks.md says
 * what that saves).
 *
 * @returns all that `routing` says of the fields shown, in the order of the description
 * @throws TypeError when a field uses a part of n8n's routing that no operation here needs
 */
export function planRequest(node: INode, properties: INodeProperties[]): RequestPlan {
	const description = { properties } as INodeTypeDescription;
	const plan: RequestPlan = { request: {}, fields: [], preSend: [], postReceive: [], marks: {} };
	const isShown = (property: Property) =>
		NodeHelpers.displayParameter(
			node.parameters,
			property as INodeProperties,
			node,
			description,
			node.parameters,
		);

	const take = (routing: INodePropertyRouting | undefined): Put | undefined => {
		Object.assign(plan.request, checked(routing?.request));
		for (const action of routing?.send?.preSend ?? []) {
			const { effect, complete } = action as Marks;
			if (effect || complete)
				plan.marks = { ...plan.marks, ...(effect ? { effect } : { complete }) };
			else plan.preSend.push(action);
		}
		plan.postReceive.push(...(routing?.output?.postReceive ?? []));
		return toPut(routing?.send);
	};

	const takeInside = (property: INodeProperties, value: unknown): Part[] => {
		if (!isObject(value)) return [];
		const entries = (property.options ?? []) as Array<INodeProperties | INodePropertyCollection>;
		return entries
			.filter(({ name }) => name in value)
			.filter(isShown)
			.map((entry) => {
				const isGroup = 'values' in entry;
				const put = isGroup ? undefined : take(entry.routing);
				const inside = isGroup
					? entry.values.filter(isShown).map((one) => ({
							name: one.name,
							isLocator: one.type === 'resourceLocator',
							put: take(one.routing),
							inside: takeInside(one, firstOf(value[entry.name])?.[one.name]),
						}))
					: takeInside(entry, value[entry.name]);
				const isLocator = !isGroup && entry.type === 'resourceLocator';
				return { name: entry.name, isLocator, put, inside };
			});
	};

	for (const property of properties.filter(isShown)) {
		const value = node.parameters[property.name];
		const put = take(property.routing);
		const hasParts = property.type === 'collection' || property.type === 'fixedCollection';
		const inside = hasParts ? takeInside(property, value) : [];
		if (property.type === 'options') {
			take(optionOf(property, value)?.routing);
		}
		if (put || inside.some(isSent)) plan.fields.push({ property, put, inside });
	}
	return plan;
}

/**
 * Makes the request of one item, checked and converted by the `preSend` of its fields.
 *
 * @param plan of the operation
 * @param item the context bound to the item
 * @param common what comes from the credential and the options
 * @throws whatever n8n throws when an expression cannot be evaluated
 */
export async function prepareRequest(
	plan: RequestPlan,
	item: IExecuteSingleFunctions,
	common: Partial<IHttpRequestOptions>,
): Promise<IHttpRequestOptions> {
	let request = buildRequest(plan, item, common);
	for (const prepare of plan.preSend) request = await prepare.call(item, request);
	return request;
}

/**
 * Makes the request of one item.
 *
 * @param plan of the operation
 * @param context bound to the item; evaluates each field once
 * @param common what comes from the credential and the options
 * @returns the request before `preSend`
 * @throws whatever n8n throws when an expression cannot be evaluated
 */
function buildRequest(
	plan: RequestPlan,
	context: Pick<IExecuteSingleFunctions, 'getNodeParameter'>,
	common: Partial<IHttpRequestOptions>,
): IHttpRequestOptions {
	const request: IHttpRequestOptions = {
		...common,
		...plan.request,
		url: plan.request.url ?? '',
		headers: { ...common.headers, ...plan.request.headers },
		qs: { ...plan.request.qs },
		body: { ...(plan.request.body as IDataObject | undefined) },
	};
	for (const { property, put, inside } of plan.fields) {
		const extractValue = property.type === 'resourceLocator';
		const value = context.getNodeParameter(property.name, undefined, { extractValue });
		put?.(request, value, 0);
		putParts(request, inside, value);
	}
	return request;
}

function putParts(request: IHttpRequestOptions, parts: Part[], value: unknown): void {
	if (parts.length === 0) return;
	for (const [index, entry] of (Array.isArray(value) ? value : [value]).entries()) {
		if (!isObject(entry)) continue;
		for (const { name, isLocator, put, inside } of parts) {
			if (!(name in entry)) continue;
			const given = entry[name];
			put?.(request, isLocator && isObject(given) && '__rl' in given ? given.value : given, index);
			putParts(request, inside, given);
		}
	}
}

function isSent(part: Part): boolean {
	return part.put !== undefined || part.inside.some(isSent);
}

function optionOf(property: INodeProperties, value: unknown): INodePropertyOptions | undefined {
	const options = (property.options ?? []) as INodePropertyOptions[];
	return options.find((option) => option.value === value);
}

function firstOf(value: unknown): IDataObject | undefined {
	const first: unknown = Array.isArray(value) ? value[0] : value;
	return isObject(first) ? first : undefined;
}

function toPut(send: INodePropertyRouting['send']): Put | undefined {
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

/** Writes to a place inside, and makes the objects and lists on the way there. */
function putAt(target: IDataObject, path: string[], value: unknown): void {
	path.slice(0, -1).forEach((step, depth) => {
		const next = /^\d+$/.test(path[depth + 1]) ? [] : {};
		target = (target[step] ??= next) as IDataObject;
	});
	target[path[path.length - 1]] = value as IDataObject[string];
}

function checked(request: INodePropertyRouting['request']): Partial<IHttpRequestOptions> {
	const expression = Object.values(request ?? {}).find(
		(value) => typeof value === 'string' && value.startsWith('='),
	);
	if (expression !== undefined) {
		throw new TypeError(`routing.request has the expression "${expression}": use a function`);
	}
	return (request ?? {}) as Partial<IHttpRequestOptions>;
}
