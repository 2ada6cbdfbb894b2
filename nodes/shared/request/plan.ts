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
import { BadInput } from '../input/badInput';
import { isOn, type KindMark, type Reader, structure, usualReader } from '../input/kind';
import { EXPLICIT_EMPTY, isEmpty } from '../input/query';
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

/** One field of the editor, or one inside of it. */
interface Field extends Emptying {
	name: string;
	label: string;
	/** Locators hide their value in an object. */
	isLocator: boolean;
	put?: Put;
	/** It is not sent, but decides what the node does. */
	isDecision: boolean;
	reader: Reader;
	/** Fields inside of it, by their name in its value. */
	inside: Field[];
}

/** What happens when the field is empty. */
interface Emptying {
	isRequired: boolean;
	/** Its absence costs something. */
	refusesEmpty: boolean;
	/** It changes something that exists, which may have been meant to become empty. */
	isUpdate: boolean;
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

	const take = (routing: INodePropertyRouting | undefined): KindMark & { put?: Put } => {
		Object.assign(plan.request, checked(routing?.request));
		let mark: KindMark = {};
		for (const action of routing?.send?.preSend ?? []) {
			const { effect, complete, filter, reader, refusesEmpty } = action as Marks & KindMark;
			if (effect) plan.marks = { ...plan.marks, effect };
			else if (complete) plan.marks = { ...plan.marks, complete };
			else if (filter) plan.marks = { ...plan.marks, filter };
			else if (reader) mark = { reader, refusesEmpty };
			else plan.preSend.push(action);
		}
		plan.postReceive.push(...(routing?.output?.postReceive ?? []));
		return { ...mark, put: toPut(routing?.send) };
	};

	const toField = (property: INodeProperties, raw: unknown, isUpdate: boolean): Field => {
		const { put, reader, refusesEmpty } = take(property.routing);
		const isExpression = typeof raw === 'string' && raw.startsWith('=');
		const isSwitch = property.type === 'options';
		if (isSwitch) take(optionOf(property, raw)?.routing);
		return {
			name: property.name,
			label: property.displayName,
			isLocator: property.type === 'resourceLocator',
			put,
			isDecision: isSwitch && !put && !property.noDataExpression,
			reader: reader ?? usualReader(property),
			isRequired: property.required === true,
			refusesEmpty: refusesEmpty === 'always' || (refusesEmpty !== undefined && isExpression),
			isUpdate,
			inside: hasParts(property) ? fieldsInside(property, raw) : [],
		};
	};

	const fieldsInside = (property: INodeProperties, raw: unknown): Field[] => {
		if (!isObject(raw)) return [];
		const isUpdate = property.name === 'updateFields';
		const entries = (property.options ?? []) as Array<INodeProperties | INodePropertyCollection>;
		return entries
			.filter(({ name }) => name in raw)
			.filter(isShown)
			.map((entry) => {
				const value = raw[entry.name];
				if (!('values' in entry)) return toField(entry, value, isUpdate);
				const first = firstOf(value) ?? {};
				const values = entry.values.filter(isShown);
				const inside = values.map((one) => toField(one, first[one.name], false));
				return { ...GROUP, name: entry.name, label: entry.displayName, inside };
			});
	};

	for (const property of properties.filter(isShown)) {
		const field = toField(property, node.parameters[property.name], false);
		if (isUsed(field)) plan.fields.push(field);
	}
	return plan;
}

/** The entries of a list of fields: only what is inside of them is sent. */
const GROUP = {
	isLocator: false,
	isDecision: false,
	reader: structure,
	isRequired: false,
	refusesEmpty: false,
	isUpdate: false,
};

function hasParts({ type }: INodeProperties): boolean {
	return type === 'collection' || type === 'fixedCollection';
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
 * @returns the request before `preSend`
 * @throws BadInput for a value that is not of the kind of its field, and whatever n8n throws when
 * an expression cannot be evaluated
 */
function buildRequest(
	plan: RequestPlan,
	item: IExecuteSingleFunctions,
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
	for (const field of plan.fields) {
		const options = { extractValue: field.isLocator };
		putField(request, item, field, item.getNodeParameter(field.name, undefined, options), 0);
	}
	return request;
}

/** @param index counts the entries of a list of fields */
function putField(
	request: IHttpRequestOptions,
	item: IExecuteSingleFunctions,
	field: Field,
	given: unknown,
	index: number,
): void {
	const { put, inside, isLocator, isDecision, label, reader } = field;
	if (put) {
		const value = isLocator && isObject(given) && '__rl' in given ? given.value : given;
		const wire = toWire(field, value, item);
		if (wire !== undefined) put(request, wire, index);
	} else if (isDecision && !isEmpty(given)) {
		// An expression may give anything; what is not on the list must not decide.
		reader(given, { label, item });
	}
	if (inside.length === 0) return;
	for (const [position, entry] of (Array.isArray(given) ? given : [given]).entries()) {
		if (!isObject(entry)) continue;
		for (const one of inside) {
			if (one.name in entry) putField(request, item, one, entry[one.name], position);
		}
	}
}

/** @returns nothing for a field that was left empty and may be */
function toWire(field: Field, value: unknown, item: IExecuteSingleFunctions): unknown {
	const { label, reader } = field;
	const wire = isEmpty(value) ? undefined : reader(value, { label, item });
	if (wire !== undefined) return wire;
	if (field.isRequired) {
		throw new BadInput(`${label} is empty`, 'It is required. Nothing was sent.');
	}
	if (field.refusesEmpty) {
		throw new BadInput(
			`${label} is empty`,
			'Give it a value or remove the field: without it, more would happen than you intended. Nothing was sent.',
		);
	}
	if (!field.isUpdate) return undefined;
	if (isOn(item, 'options.clearEmptyFields', 'Clear Empty Fields')) return EXPLICIT_EMPTY;
	throw new BadInput(
		`${label} is empty`,
		'Give it a value or remove the field. To make it empty, turn on the option "Clear Empty Fields". Nothing was sent.',
	);
}

function isUsed({ put, isDecision, inside }: Field): boolean {
	return put !== undefined || isDecision || inside.some(isUsed);
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
