import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { BadInput } from '../input/badInput';
import { isOn } from '../input/kind';
import { EXPLICIT_EMPTY, isEmpty } from '../input/query';
import { isObject } from '../response/response';
import type { Field, RequestPlan } from './plan';

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
		// An expression may give anything; only listed values count.
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
