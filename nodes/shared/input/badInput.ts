import type { IExecuteSingleFunctions, IHttpRequestOptions, PreSendAction } from 'n8n-workflow';

/** A bad value from the user. Raised before any request, so "Nothing was sent" always holds. */
export class BadInput extends Error {
	/**
	 * @param message names the field as the editor shows it, and the value
	 * @param description what is expected instead
	 */
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
	}
}

/** Marks the contexts in which this package builds a request itself; it gives the item's own ID. */
export const OWN_ITEM = Symbol('item of this package');

/**
 * An ID that the node makes up for an item, to find its request again at the service.
 *
 * @param receiver who receives the message, if the ID has to be the same when other items come
 * before it
 * @returns 36 characters, as LOX24 allows for `callback_data`; the same on every try
 */
export function ownId(item: object, receiver?: string): string {
	return (item as { [OWN_ITEM]: (receiver?: string) => string })[OWN_ITEM](receiver);
}

/**
 * Makes a check or a conversion usable as n8n's `preSend`. It does nothing when n8n's own engine
 * builds the request, which happens for tools of AI agents before version 3: that request is not
 * the one that is sent.
 *
 * @param prepare changes the request in place; throws `BadInput` for a value that cannot be sent
 */
export function prepared(
	prepare: (this: IExecuteSingleFunctions, request: IHttpRequestOptions) => void,
): PreSendAction {
	return async function (this: IExecuteSingleFunctions, request) {
		if (OWN_ITEM in this) prepare.call(this, request);
		return request;
	};
}

/** Invisible characters, and those that change the direction of text. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}|\u034F|[\u007F-\u00A0\u2028-\u202F\u205F\u3000]/gu;

/** Shows a value in a message: as JSON, with invisible characters escaped, and shortened. */
export function shown(value: unknown): string {
	const text = (JSON.stringify(value) ?? String(value)).replace(
		UNSEEN,
		(sign) => `\\u${sign.codePointAt(0)!.toString(16).padStart(4, '0')}`,
	);
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** An expression gave something other than a list of fields. */
export function notAnEntry(value: unknown, label: string): BadInput {
	return new BadInput(
		`${label} is not a list of entries: ${shown(value)}`,
		'Expected one entry, or several, with the fields shown. Nothing was sent.',
	);
}

/** An error during the preparation of a request, as the user sees it. */
export function asBadInput(error: unknown): BadInput {
	if (error instanceof BadInput) return error;
	const reason = error instanceof Error ? error.message : String(error);
	return new BadInput(
		`The request could not be prepared: ${reason}`,
		'Check the parameters of this node. Nothing was sent.',
	);
}
