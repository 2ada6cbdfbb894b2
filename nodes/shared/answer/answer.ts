import type {
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

/** What came back for one request. */
export interface Answer {
	status: number;
	headers: IDataObject;
	/** Parsed JSON; a string when it was not JSON; `undefined` when there was none. */
	body: unknown;
}

/** What a `postReceive` function is given: the answer, and the request it belongs to. */
export interface Received extends IN8nHttpFullResponse {
	request: IHttpRequestOptions;
}

/** @returns n8n's response in our form, with every kind of empty body as `undefined` */
export function toAnswer(response: IN8nHttpFullResponse): Answer {
	const { statusCode } = response;
	const isFile = statusCode >= 200 && statusCode < 300;
	const { body: received } = response as { body: unknown };
	// A refused download comes as bytes as well, but says why in JSON.
	const body = Buffer.isBuffer(received) && !isFile ? readJson(received) : received;
	const isEmpty = body === '' || body === null || response.statusCode === 204;
	return {
		status: response.statusCode,
		headers: response.headers ?? {},
		body: isEmpty ? undefined : body,
	};
}

function readJson(bytes: Buffer): unknown {
	const text = bytes.toString('utf8');
	return jsonParse<unknown>(text, { fallbackValue: text });
}

/** Whether the body is text where JSON belongs, such as the page of a proxy or a login form. */
export function isNotJson(answer: Answer): boolean {
	return typeof answer.body === 'string';
}

export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The items a successful answer stands for: one for an object, one for each element of an
 * array, and for an answer without a body one that says so, because n8n turns a 204 into an
 * item whose `json` is an empty string.
 *
 * @param answer a successful answer
 * @param options.itemIndex the input item all of them are paired with
 * @param options.deletes whether the operation deletes, which names the placeholder
 */
export function toItems(
	answer: Answer,
	options: { itemIndex: number; deletes: boolean },
): INodeExecutionData[] {
	const { body } = answer;
	const entries = Array.isArray(body) && body.length > 0 ? body : [body];
	return entries.map((entry) => ({
		json: toJson(entry, options.deletes),
		pairedItem: { item: options.itemIndex },
	}));
}

function toJson(entry: unknown, deletes: boolean): IDataObject {
	if (entry === undefined || entry === null || (Array.isArray(entry) && entry.length === 0)) {
		return deletes ? { deleted: true } : { success: true };
	}
	if (Buffer.isBuffer(entry)) return {};
	return entryToJson(entry);
}

/** One entry of an answer as the `json` of an item, which has to be an object. */
export function entryToJson(entry: unknown): IDataObject {
	return isObject(entry) ? withoutErrorKey(entry) : { value: entry as IDataObject[string] };
}

/**
 * n8n takes a truthy top-level `error` in the first item for a failed run and, with Retry On
 * Fail, sends everything again. A success never shows that key.
 */
function withoutErrorKey(json: IDataObject): IDataObject {
	if (!json.error) return json;
	const { error, ...rest } = json;
	return { ...rest, serviceMessage: error };
}
