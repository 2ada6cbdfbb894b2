import type {
	ICredentialDataDecryptedObject,
	IAllExecuteFunctions,
	IDataObject,
	IHttpRequestMethods,
	IHttpRequestOptions,
} from 'n8n-workflow';

import type { Answer } from './answer/answer';
import type { Failure } from './answer/failure';
import type { ReadList } from './exchange/pages';
import type { Shape } from './input/path';

/** Why a service refused a request, and what the user can do about it. */
export interface Complaint {
	message: string;
	description: string;
	/** What the service said, for the item's `details`; never headers, never credentials. */
	details?: Record<string, unknown>;
}

/** How to find out whether a request was carried out. */
export interface Question {
	/** A read that lists what the request would have made. */
	request: IHttpRequestOptions;
	/** Whether an entry of that list is what the request made, as far as that can be told. */
	matches(entry: IDataObject): 'yes' | 'maybe' | 'no';
}

/** What `Renewal` has to know about the OAuth2 tokens of a service. */
export interface OAuth2 {
	/** The credential type whose tokens can be renewed. */
	credentialType: string;

	/** Whether a request was refused because of its token, and not for what it asked. */
	refusesToken(failure: Failure): boolean;

	/** What to check when the service gives no token at all, in the names of the editor. */
	refusedApp: string;
}

/**
 * All that `exchange` has to know about a service. One object per node type; it holds facts,
 * never state.
 */
export interface Service {
	/** As users know it, e.g. `LOX24`. Opens every message. */
	name: string;

	/** Shape of every `{placeholder}` that occurs in the operations' URL templates. */
	shapes: Readonly<Record<string, Shape>>;

	/** The credential type in use for this run of the node. */
	credentialType(context: Pick<IAllExecuteFunctions, 'getNode'>): string;

	/** Set when the service also takes tokens of OAuth2, which n8n fetches and keeps. */
	oAuth2?: OAuth2;

	/** What the credential says about the connection: address and certificates, no secrets. */
	connection(credential: ICredentialDataDecryptedObject): Partial<IHttpRequestOptions>;

	/**
	 * Turns the address of the credential into the base URL of all requests.
	 *
	 * @throws BadInput when the address is not one this service can have
	 */
	baseUrl(address: unknown): string;

	/** Whether this status says that the account as a whole is refused, not one request. */
	refusesAccount(refusal: Pick<Failure, 'status' | 'details'>): boolean;

	/**
	 * Whether a request that may already have had its effect can be sent again without harm:
	 * reads and idempotent writes, nothing that costs money or makes a phone ring.
	 */
	mayRepeat(method: IHttpRequestMethods, path: string): boolean;

	/**
	 * Whether an answer with a 2xx status nevertheless says that the request was refused.
	 */
	refusesInSuccess?(answer: Answer): boolean;

	/**
	 * How to find out what became of this request, if the service can be asked.
	 *
	 * @param since unix seconds at which it was sent first
	 */
	lookUp?(request: IHttpRequestOptions, since: number): Question | undefined;

	/**
	 * The same request in another form that the service may know instead, when it does not know
	 * this one and so did nothing.
	 *
	 * @param status that it was refused with
	 */
	otherForm?(request: IHttpRequestOptions, status?: number): IHttpRequestOptions | undefined;

	/** Reads a list whose pages do not go by `page`. */
	readList?: ReadList;

	/** Puts a refusal into words. */
	explain(answer: Answer, request: { method: string; path: string }): Complaint;
}
