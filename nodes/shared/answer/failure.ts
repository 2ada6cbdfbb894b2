import type { IDataObject, INode, INodeExecutionData, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { BadInput } from '../input/badInput';

/** Why a request did not succeed, in words for the user. */
export interface Failure {
	message: string;
	description: string;
	/** HTTP status of the answer; missing when there was none. */
	status?: number;
	/** What the service said beyond the message. */
	details?: Record<string, unknown>;
	/**
	 * Whether the request can have had its effect. `unknown` after a timeout or a lost
	 * connection: such a request is not sent again by itself.
	 */
	effect: 'none' | 'unknown';
	/** There was no answer because of the network, which may be better a moment later. */
	transport?: boolean;
	/** The answer did not come in time; the service may still be at it. */
	timedOut?: boolean;
	/** The credential as a whole gets nothing: no other item has to try. */
	noAccess?: boolean;
	/** Raised before anything was sent, by a value the user gave. */
	badInput?: boolean;
	/** The execution was stopped by the user. */
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

/** A value the user gave that cannot be sent. */
export function fromBadInput(error: BadInput): Failure {
	return {
		message: error.message,
		description: error.description,
		effect: 'none',
		badInput: true,
	};
}

/** The error n8n shows when the node stops. */
export function toNodeError(node: INode, failure: Failure, itemIndex: number): Error {
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
 * Only the keys `error`, `message` and `details` may occur: n8n recognises an item for the error
 * output by them, and an item with its own `error` property would lose everything but the
 * message (`normalizeNodeErrors` of n8n-core).
 */
export function toErrorItem(failure: Failure, itemIndex: number): INodeExecutionData {
	const { description, effect } = failure;
	// In words that a condition in a workflow can use; an item without `error` was sent.
	const outcome = effect === 'none' ? 'not sent' : 'unknown';
	const details: IDataObject = { description, effect, outcome };
	if (failure.status !== undefined) details.httpCode = String(failure.status);
	return {
		json: { error: failure.message, details: { ...details, ...failure.details } },
		pairedItem: { item: itemIndex },
	};
}
