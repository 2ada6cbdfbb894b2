import type { IExecuteSingleFunctions, IHttpRequestOptions, PreSendAction } from 'n8n-workflow';

/**
 * A value the user gave that cannot be sent. Raised before any request, so `nothing was sent`
 * always holds.
 */
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

const rejections = new WeakMap<object, BadInput>();

/**
 * Makes a check or a conversion usable as n8n's `preSend`.
 *
 * n8n loses the pairing of an item whose `preSend` throws, so a `BadInput` is kept beside the
 * request and raised by `exchange`, which knows how the user wants it: stop, continue or error
 * output.
 *
 * @param prepare changes the request in place; may throw `BadInput`
 */
export function prepared(
	prepare: (this: IExecuteSingleFunctions, request: IHttpRequestOptions) => void,
): PreSendAction {
	return async function (this: IExecuteSingleFunctions, request) {
		try {
			prepare.call(this, request);
		} catch (error) {
			if (!(error instanceof BadInput)) rejections.set(request, asBadInput(error));
			else if (!rejections.has(request)) rejections.set(request, error);
		}
		return request;
	};
}

/** The first thing found wrong with this request while it was prepared, if any. */
export function rejectionOf(request: object): BadInput | undefined {
	return rejections.get(request);
}

/** Shows a value in a message: as JSON, so blanks and quotes can be seen, and never endless. */
export function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** An address for a message: without the user name and password that someone put into it. */
export function withoutUser(address: unknown): unknown {
	return typeof address === 'string' ? address.replace(/[^/]*@/, '…@') : address;
}

/** What went wrong while a request was prepared, in the form the user gets to see. */
export function asBadInput(error: unknown): BadInput {
	if (error instanceof BadInput) return error;
	const reason = error instanceof Error ? error.message : String(error);
	return new BadInput(
		`The request could not be prepared: ${reason}`,
		'Check the parameters of this node. Nothing was sent.',
	);
}
