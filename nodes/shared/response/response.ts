import type {
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

/** Maximum depth of a response; some of n8n's functions are recursive. */
const DEEPEST = 500;

/** The response to one request. */
export interface HttpResponse {
	status: number;
	headers: IDataObject;
	/** Parsed JSON; a string when it was not JSON; `undefined` when there was none. */
	body: unknown;
}

/** What a `postReceive` function is given: the response, and the request it belongs to. */
export interface Received extends IN8nHttpFullResponse {
	request: IHttpRequestOptions;
}

/** @returns n8n's response in our form, with every kind of empty body as `undefined` */
export function toResponse(response: IN8nHttpFullResponse): HttpResponse {
	const { statusCode } = response;
	const isFile = statusCode >= 200 && statusCode < 300;
	const { body: received } = response as { body: unknown };
	// A refused download is bytes, too, but contains the reason as JSON.
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
export function isNotJson(response: HttpResponse): boolean {
	return typeof response.body === 'string';
}

export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The items a successful response stands for: one for an object, one for each element of an
 * array. One without a body is an item that says so, unless it is a list: n8n turns a 204 into an
 * item whose `json` is an empty string.
 *
 * @param kind of operation
 * @throws RangeError when something is nested so deeply that n8n could not keep it
 */
export function toItems(
	{ body }: HttpResponse,
	kind: 'list' | 'delete' | 'other',
): INodeExecutionData[] {
	const entries = Array.isArray(body) && (kind === 'list' || body.length > 0) ? body : [body];
	return entries.map((entry) => ({ json: toJson(entry, kind) }));
}

function toJson(entry: unknown, kind: string): IDataObject {
	const isNothing = isEmptyEntry(entry);
	if (isNothing) return kind === 'delete' ? { deleted: true } : { success: true };
	if (Buffer.isBuffer(entry)) return {};
	if (isDeeper(entry, DEEPEST)) throw new RangeError('it is nested too deeply');
	return isObject(entry) ? withoutErrorKey(entry) : { value: entry as IDataObject[string] };
}

function isEmptyEntry(entry: unknown): boolean {
	return entry === undefined || entry === null || (Array.isArray(entry) && entry.length === 0);
}

function isDeeper(value: unknown, depth: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return depth === 0 || Object.values(value).some((one) => isDeeper(one, depth - 1));
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
