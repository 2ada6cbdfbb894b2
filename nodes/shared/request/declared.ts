import type {
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { asBadInput, BadInput, shown } from '../input/badInput';
import { isOn } from '../input/kind';
import { fillPath } from '../input/path';
import { toWireQuery, withoutEmpty } from '../input/query';
import { fromBadInput } from '../response/failure';
import { type HttpResponse, toItems } from '../response/response';
import { receiversHash } from '../send/ledger';
import type { Run } from '../send/run';
import type { Task } from '../send/stage';
import type { Item } from './item';
import { prepareRequest } from './build';
import type { RequestPlan } from './plan';
import { requestOptions } from './requestOptions';
import { type Outcome, type Pace, performAll, type Work } from './work';

/** One request for each input item, as the description says in `routing`. */
export async function declared(run: Run, items: Item[], plan: RequestPlan): Promise<Outcome[]> {
	const connection = connectionOf(run, items[0]);
	const works: Work[] = [];
	for (const item of items) works.push(await prepare(run, item, plan, connection));
	return await performAll(run, works, paceOf(items[0]));
}

/**
 * What all requests of a run share: address, certificates, Request Options.
 *
 * @throws BadInput when an address is not one
 */
export function connectionOf(run: Run, item: Item): Partial<IHttpRequestOptions> {
	return { ...run.service.connection(run.credential), ...requestOptions(item) };
}

async function prepare(
	run: Run,
	item: Item,
	plan: RequestPlan,
	connection: Partial<IHttpRequestOptions>,
): Promise<Work> {
	const itemIndexes = [item.getItemIndex()];
	try {
		const request = await toRequest(run, item, plan, connection);
		const task = toTask(run, item, plan, request);
		return { itemIndexes, request, task, limit: limitOf(item) };
	} catch (error) {
		return { itemIndexes, failure: fromBadInput(asBadInput(error)) };
	}
}

/**
 * The request of one item, checked and in the form that goes to the wire.
 *
 * @throws BadInput for a value that cannot be sent, and what n8n throws for an expression
 */
export async function toRequest(
	run: Run,
	item: Item,
	plan: RequestPlan,
	connection: Partial<IHttpRequestOptions>,
): Promise<IHttpRequestOptions> {
	const built = await prepareRequest(plan, item, connection);
	const read = (name: string) => item.getNodeParameter(name, '', { extractValue: true });
	return {
		...built,
		url: fillPath(built.url, read, run.service.shapes),
		qs: toWireQuery(built.qs ?? {}),
		arrayFormat: 'repeat',
		body: withoutEmpty(built.body as IDataObject),
	};
}

/** What the request of one item needs on the way. */
export function toTask(
	run: Run,
	item: Item,
	{ marks, postReceive }: RequestPlan,
	request: IHttpRequestOptions,
): Task {
	const { method = 'GET', url } = request;
	// Used after sending, but a broken expression has to be found before.
	isOn(item, 'simplify', 'Simplify');
	const usual = run.service.effectOf(method, url);
	const effect = usual && { ...usual, ...marks.effect };
	const itemIndex = item.getItemIndex();
	const isList = item.getNodeParameter('returnAll', null) !== null;
	const kind = isList ? 'list' : method === 'DELETE' ? 'delete' : 'other';
	const receivers = effect?.receivers?.(request.body as IDataObject);
	return {
		itemIndexes: [itemIndex],
		effect,
		parts: effect && [{ key: String(itemIndex), to: receiversHash([method, url, receivers]) }],
		ifUnknown: item.getNodeParameter('options.ifUnknown', 'leave') as Task['ifUnknown'],
		complete: marks.complete?.bind(item),
		keeps: marks.filter?.call(item),
		async read(response, sent) {
			let items = toItems(response, kind);
			for (const action of postReceive) {
				if (typeof action !== 'function') {
					throw new TypeError(`postReceive of type "${action.type}" is not supported`);
				}
				items = await action.call(item, items, toReceived(response, sent));
			}
			return paired(items, itemIndex);
		},
	};
}

/** What a `postReceive` function is given: the response, and the request it belongs to. */
function toReceived(
	{ status, headers, body }: HttpResponse,
	request: IHttpRequestOptions,
): IN8nHttpFullResponse {
	return { statusCode: status, headers, body, request } as unknown as IN8nHttpFullResponse;
}

function paired(items: INodeExecutionData[], itemIndex: number): INodeExecutionData[] {
	return items.map((item) => ({ ...item, pairedItem: { item: itemIndex } }));
}

/** Limit of a list; undefined for other operations. */
function limitOf(item: Item): number | undefined {
	if (item.getNodeParameter('returnAll', null) === null) return undefined;
	if (isOn(item, 'returnAll', 'Return All')) return Infinity;
	const given: unknown = item.getNodeParameter('limit', 50);
	const limit = Number(given);
	if (Number.isInteger(limit) && limit >= 1) return limit;
	throw new BadInput(
		`Limit is not valid: ${shown(given)}`,
		'Expected a whole number from 1. Nothing was sent.',
	);
}

/** "Batching" of n8n's own Request Options. */
function paceOf(item: Item): Pace | undefined {
	const { batching } = item.getNodeParameter('requestOptions', {}) as IDataObject;
	const { batchSize, batchInterval } = ((batching as IDataObject)?.batch ?? {}) as IDataObject;
	if (!(Number(batchInterval) > 0)) return undefined;
	const size = Number(batchSize) > 0 ? Number(batchSize) : 1;
	return { size, milliseconds: Number(batchInterval) };
}
