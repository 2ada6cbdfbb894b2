import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';

import { type Answer, entryToJson, type Received, toItems } from '../answer/answer';
import { asBadInput, BadInput, rejectionOf, shown } from '../input/badInput';
import { completed } from './complete';
import { type Failure, fromBadInput, Refused, toErrorItem, toNodeError } from '../answer/failure';
import { NotFound } from '../answer/notFound';
import type { Outcome } from './outcomes';
import { readPages } from './pages';
import { fillPath } from '../input/path';
import { toWireQuery, withoutEmpty } from '../input/query';
import { isToolOfAgent, mayRunAgain, type Run, runOf } from './run';
import type { Service } from '../service';
import { transmit } from './transmit';

type ResultOptions = DeclarativeRestApiSettings.ResultOptions;
type Items = INodeExecutionData[];

/**
 * The one place every request of a declarative operation goes through.
 *
 * n8n calls a function in `requestOperations.pagination` for each item, after it has turned the
 * parameters into a request; with `paginate: true` on the `resource` property that holds for
 * all operations. This one fills the path, waits for the gate, keeps the limit, sends once,
 * repeats what may be repeated, reads pages, and returns paired items or a readable error.
 *
 * @returns the function for `requestOperations.pagination`; it throws a `NodeApiError` or
 * `NodeOperationError` when the node stops on errors, and returns an error item otherwise
 */
export function createExchange(service: Service) {
	return async function exchange(
		this: IExecutePaginationFunctions,
		requestData: ResultOptions,
	): Promise<Items> {
		const itemIndex = this.getItemIndex();
		const run = runOf(this, () => this.getNodeParameter('options.concurrency', null));
		const continues = this.continueOnFail();

		const fail = (failure: Failure): Items => {
			if (continues) return [toErrorItem(failure, itemIndex)];
			run.giveUp();
			throw toNodeError(this.getNode(), failure, itemIndex);
		};

		const complete = finish.call(this, service, requestData);
		if ('failure' in complete && !continues) run.giveUp();
		const goesOn = await run.assemble(itemIndex, continues ? undefined : expectedItems(this));
		if ('failure' in complete) return fail(complete.failure);
		// The node stops with the error of another item, so nobody sees this one.
		if (!goesOn) return [toErrorItem(leftOut(), itemIndex)];

		const { request } = complete;
		const remembers = mayRunAgain(this);
		const known = remembers ? run.outcomes.recall<Items>(itemIndex, request) : undefined;
		const earlier = known && 'failure' in known ? known.failure : undefined;
		// What could not be found out on the last try may be found out now.
		const isOpen = earlier && service.lookUp?.(request, run.startedAt) !== undefined;
		const outcome =
			known && !isOpen
				? known
				: await perform.call(this, service, run, requestData, request, earlier);
		if (remembers && isFinal(service, request, outcome)) {
			run.outcomes.remember(itemIndex, request, outcome);
		}
		if ('result' in outcome) return [...outcome.result];
		if (run.isGivenUp && outcome.failure.cancelled) return [toErrorItem(leftOut(), itemIndex)];
		return fail(outcome.failure);
	};
}

/** Puts the finishing touches to the request n8n has built: address, path, query and body. */
function finish(
	this: IExecutePaginationFunctions,
	service: Service,
	requestData: ResultOptions,
): { request: IHttpRequestOptions } | { failure: Failure } {
	const options = requestData.options as IHttpRequestOptions;
	try {
		const rejection = rejectionOf(options);
		if (rejection) return { failure: fromBadInput(rejection) };
		const request: IHttpRequestOptions = {
			...options,
			baseURL: service.baseUrl(options.baseURL),
			url: fillPath(
				options.url,
				(name) => this.getNodeParameter(name, '', { extractValue: true }),
				service.shapes,
			),
			qs: toWireQuery(options.qs ?? {}),
			arrayFormat: 'repeat',
		};
		if (isPlainObject(options.body)) request.body = withoutEmpty(options.body);
		return { request };
	} catch (error) {
		return { failure: fromBadInput(asBadInput(error)) };
	}
}

async function perform(
	this: IExecutePaginationFunctions,
	service: Service,
	run: Run,
	requestData: ResultOptions,
	request: IHttpRequestOptions,
	earlier?: Failure,
): Promise<Outcome<Items>> {
	const itemIndex = this.getItemIndex();
	const fetch = async (one: IHttpRequestOptions) => await transmit(this, service, run, one);

	const returnAll = this.getNodeParameter('returnAll', null) as boolean | string | null;
	if (returnAll !== null) {
		const isAll = String(returnAll) === 'true';
		const limit = isAll ? Infinity : Number(this.getNodeParameter('limit', 50));
		if (!isAll && !(Number.isInteger(limit) && limit >= 1)) {
			return { failure: fromBadInput(badLimit(this.getNodeParameter('limit', 50))) };
		}
		const readList = service.readList ?? readPages;
		const list = await readList(request, limit, fetch, this.getTimezone());
		if ('failure' in list) return list;
		const items = list.entries.map((entry) => ({
			json: entryToJson(entry),
			pairedItem: { item: itemIndex },
		}));
		const answer = { status: 200, headers: {}, body: list.entries };
		return await received.call(this, requestData, items, answer, request);
	}

	const whole = await completed(requestData.options, request, fetch);
	if ('failure' in whole) return whole;
	const sent = await transmit(this, service, run, whole.request, earlier);
	if ('failure' in sent) return sent;
	const items = toItems(sent.answer, { itemIndex, deletes: request.method === 'DELETE' });
	return await received.call(this, requestData, items, sent.answer, whole.request);
}

/** What an operation makes of a successful answer: its items, or that there is no such thing. */
async function received(
	this: IExecutePaginationFunctions,
	requestData: ResultOptions,
	items: Items,
	answer: Answer,
	request: IHttpRequestOptions,
): Promise<Outcome<Items>> {
	try {
		return { result: await finished.call(this, requestData, items, answer, request) };
	} catch (error) {
		if (error instanceof Refused) return { failure: error.failure };
		return { failure: error instanceof NotFound ? notFound(error) : notUnderstood(error) };
	}
}

/** Runs the functions an operation has in `postReceive`; its items stay paired. */
async function finished(
	this: IExecutePaginationFunctions,
	requestData: ResultOptions,
	items: Items,
	answer: Answer,
	request: IHttpRequestOptions,
): Promise<Items> {
	const { status: statusCode, headers, body } = answer;
	const response = { statusCode, headers, body, request } as Received;
	for (const action of requestData.postReceive.flatMap(({ actions }) => actions)) {
		if (typeof action !== 'function') {
			throw new TypeError(`postReceive of type "${action.type}" is not supported: use a function`);
		}
		items = await action.call(this, items, response);
	}
	const pairedItem = { item: this.getItemIndex() };
	return items.map((item) => ({ ...item, pairedItem }));
}

/**
 * Whether the same request must not be sent again on a further try: it succeeded, or it may have
 * had its effect and repeating it is not harmless.
 */
function isFinal(service: Service, request: IHttpRequestOptions, outcome: Outcome<Items>): boolean {
	if ('result' in outcome) return true;
	return (
		outcome.failure.effect === 'unknown' && !service.mayRepeat(request.method ?? 'GET', request.url)
	);
}

function badLimit(given: unknown): BadInput {
	return new BadInput(
		`Limit is not valid: ${shown(given)}`,
		'Expected a whole number from 1. Nothing was sent.',
	);
}

function notFound({ message, description }: NotFound): Failure {
	return { message, description, status: 404, effect: 'none' };
}

/** The service accepted the request, so it is not sent again because of this. */
function notUnderstood(error: unknown): Failure {
	const reason = error instanceof Error ? error.message : String(error);
	return {
		message: `The answer could not be read: ${reason}`,
		description: 'The request was accepted. Look up what became of it before you send it again.',
		effect: 'unknown',
	};
}

function leftOut(): Failure {
	return {
		message: 'Not sent, because another item stopped the node',
		description: 'Nothing was sent for this item.',
		effect: 'none',
		cancelled: true,
	};
}

/** How many items n8n builds before the first request; unknown when it spaces them out. */
function expectedItems(context: IExecutePaginationFunctions): number | undefined {
	const { batching } = context.getNodeParameter('requestOptions', {}) as IDataObject;
	if (batching || isToolOfAgent(context)) return undefined;
	if (context.getNode().executeOnce) return 1;
	const { data } = context.getExecuteData();
	return (data.main ?? data.ai_tool)?.[0]?.length;
}

function isPlainObject(body: unknown): body is IDataObject {
	return (
		typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype
	);
}
