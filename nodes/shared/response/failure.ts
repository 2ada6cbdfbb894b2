import type { IDataObject, INode, INodeExecutionData, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { BadInput } from '../input/badInput';

/** Why a request failed, in words for the user. */
export interface Failure {
	message: string;
	description: string;
	/** HTTP status of the response; missing when there was none. */
	status?: number;
	/** Details from the service. */
	details?: Record<string, unknown>;
	/** Whether it may have been carried out. Anything not understood is `unknown`. */
	effect: 'none' | 'unknown';
	/** No response because of the network, which may recover. */
	transport?: boolean;
	/** Milliseconds the service asks to wait before a retry. */
	retryAfter?: number;
	/** The credential is refused as a whole: no other item needs to try. */
	noAccess?: boolean;
	/** Not sent, because the service had just refused the credential elsewhere. */
	isHeld?: boolean;
	/** Raised by a bad value before anything was sent. */
	badInput?: boolean;
	/** Not sent because the user stopped the execution, or another item stopped the node. */
	cancelled?: boolean;
}

/**
 * Thrown by a `postReceive` function that finds out that a request did not succeed although it
 * was accepted.
 */
export class Refused extends Error {
	constructor(readonly failure: Failure) {
		super(failure.message);
	}
}

/** A success status that says that the thing asked for does not exist; the same as a 404. */
export class NotFound extends Refused {
	/**
	 * @param message names what was not found
	 * @param description what the user can do about it
	 */
	constructor(message: string, description: string) {
		super({ message, description, status: 404, effect: 'none' });
	}
}

/** A bad value from the user. */
export function fromBadInput(error: BadInput): Failure {
	return {
		message: error.message,
		description: error.description,
		effect: 'none',
		badInput: true,
	};
}

/** The error n8n shows when the node stops; without an item, a trigger's. */
export function toNodeError(
	node: INode,
	failure: Failure,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	const { message, description } = failure;
	if (failure.badInput || failure.cancelled) {
		return new NodeOperationError(node, message, { description, itemIndex, level: 'warning' });
	}
	return new NodeApiError(node, (failure.details ?? {}) as JsonObject, {
		message,
		description,
		httpCode: failure.status === undefined ? 'none' : String(failure.status),
		itemIndex,
	});
}

/**
 * The item that stands for a failure when the node continues.
 *
 * @param isToErrorOutput whether failed items leave by an output of their own. n8n recognises
 * them by `item.error`; before 2.34 by nothing else, where there are details. It is hidden from
 * n8n's copy of the item, because n8n makes `{ error: message }` of an item that keeps it.
 */
export function toErrorItem(
	failure: Failure,
	itemIndex: number,
	isToErrorOutput = false,
): INodeExecutionData {
	const { message, description, effect, status } = failure;
	// In words for conditions in a workflow; an item without `error` was sent.
	const outcome = effect === 'none' ? 'not sent' : 'unknown';
	const details: IDataObject = { description, effect, outcome };
	if (status !== undefined) details.httpCode = String(status);
	const item: INodeExecutionData = {
		json: {
			error: message,
			message: sentence(failure),
			details: { ...details, ...failure.details },
		},
		pairedItem: { item: itemIndex },
	};
	return isToErrorOutput
		? Object.defineProperty(item, 'error', { value: new Error(message) })
		: item;
}

/** Everything in one text, because an AI agent reads nothing else. */
export function sentence({
	message,
	description,
}: Pick<Failure, 'message' | 'description'>): string {
	return `${message}${/[.!?]$/.test(message) ? '' : '.'} ${description}`.trim();
}
