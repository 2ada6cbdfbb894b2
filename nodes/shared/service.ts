import type {
	ICredentialDataDecryptedObject,
	IAllExecuteFunctions,
	IDataObject,
	IHttpRequestMethods,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import type { HttpResponse } from './response/response';
import type { Failure } from './response/failure';
import type { ReadList } from './send/list';
import type { Shape } from './input/path';
import type { Context, Run } from './send/run';
import type { Effect, Sent, Task } from './send/stage';

/** Why a service refused a request, and what the user can do. */
export interface Complaint {
	message: string;
	description: string;
	/** What the service said, for the item's `details`; never headers, never credentials. */
	details?: Record<string, unknown>;
}

/** The refused request, and the node's fields for their names in the editor. */
export interface Asked {
	method: string;
	path: string;
	properties: INodeProperties[];
}

/** How to find out whether a request was carried out. */
export interface Question {
	/** A read that lists what the request would have made. */
	request: IHttpRequestOptions;
	/** The entries in the response to it. */
	entries(response: HttpResponse): unknown[];
	/** Whether only the request can have made this entry. */
	proves(entry: IDataObject): boolean;
}

/** Keeps the access token of a credential fresh for the requests of one run. */
export interface TokenKeeper {
	/** @param send makes the request with the token n8n has stored; it must work twice */
	/** Tokens that were seen, which must not get into messages. */
	readonly secrets?: readonly string[];
	withToken(context: Context, send: () => Promise<Sent>): Promise<Sent>;

	/** Recognises that a request was not sent because there was no token for it. */
	explain(error: unknown): Failure | undefined;
}

/**
 * Everything the shared code needs to know about a service. One object per node type; it holds
 * facts, never state.
 */
export interface Service {
	/** As users know it, e.g. `LOX24`; starts every message. */
	name: string;

	/** Shape of every `{placeholder}` that occurs in the operations' URL templates. */
	shapes: Readonly<Record<string, Shape>>;

	/** The credential type in use for this run of the node. */
	credentialType(context: Pick<IAllExecuteFunctions, 'getNode'>): string;

	/** The part of the credential that identifies the account; by default all of it. */
	account?(credential: ICredentialDataDecryptedObject): unknown[];

	/** Set if the service also takes tokens that expire. */
	tokens?(): TokenKeeper;

	/**
	 * What the credential says about the connection: address and certificates, no secrets.
	 *
	 * @throws BadInput when the address is not one this service can have
	 */
	connection(credential: ICredentialDataDecryptedObject): Partial<IHttpRequestOptions>;

	/** Whether this status refuses the whole account, not just one request. */
	refusesAccount(refusal: Pick<Failure, 'status' | 'details'>): boolean;

	/**
	 * What a request does at the service, where the operation does not say more itself; nothing
	 * for reads, and for writes that may be repeated without harm.
	 */
	effectOf(method: IHttpRequestMethods, path: string): Effect | undefined;

	/**
	 * Whether a response with a 2xx status nevertheless says that the request was refused.
	 */
	refusesInSuccess?(response: HttpResponse): boolean;

	/**
	 * Whether a response with a success status has what such a response of the service has; a
	 * proxy or a login page answers with 200 as well.
	 */
	isGenuine(method: IHttpRequestMethods, path: string, response: HttpResponse): boolean;

	/** How to find out whether this request was carried out, if the service can be asked. */
	lookUp?(request: IHttpRequestOptions, task: Task, run: Run): Question | undefined;

	/**
	 * The same request in another form that the service may know instead, when it does not know
	 * this one and so did nothing.
	 *
	 * @param status that it was refused with
	 */
	otherForm?(request: IHttpRequestOptions, status?: number): IHttpRequestOptions | undefined;

	/** Reads a list page by page. */
	readList: ReadList;

	/** Puts a refusal into words. */
	explain(response: HttpResponse, request: Asked): Complaint;
}
