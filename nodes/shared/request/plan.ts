import type {
	IDataObject,
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

import { type KindMark, type Reader, structure, usualReader } from '../input/kind';
import { isObject } from '../response/response';
import type { Marks } from './marks';
import { type Put, toPut } from './put';

type Property = INodeProperties | INodePropertyOptions | INodePropertyCollection;

/** What the fields of one operation make of an item: n8n's routing, read once for all items. */
export interface RequestPlan {
	/** The same for all items: method, URL template, headers. */
	request: Partial<IHttpRequestOptions>;
	fields: Field[];
	preSend: PreSendAction[];
	postReceive: PostReceiveAction[];
	/** The operation's declarations beyond n8n's format. */
	marks: Marks;
}

/** A field of the editor, or a nested one. */
export interface Field extends Emptying {
	name: string;
	label: string;
	/** Locators hide their value in an object. */
	isLocator: boolean;
	put?: Put;
	/** Not sent: it decides what the node does. */
	isDecision: boolean;
	reader: Reader;
	/** Nested fields, by their name in the value. */
	inside: Field[];
}

/** What to do if the field is empty. */
interface Emptying {
	isRequired: boolean;
	/** Its absence costs something. */
	refusesEmpty: boolean;
	/** Updates something that exists and may be meant to become empty. */
	isUpdate: boolean;
}

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

/** The entries of a list of fields: only their contents are sent. */
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

function checked(request: INodePropertyRouting['request']): Partial<IHttpRequestOptions> {
	const expression = Object.values(request ?? {}).find(
		(value) => typeof value === 'string' && value.startsWith('='),
	);
	if (expression !== undefined) {
		throw new TypeError(`routing.request has the expression "${expression}": use a function`);
	}
	return (request ?? {}) as Partial<IHttpRequestOptions>;
}
