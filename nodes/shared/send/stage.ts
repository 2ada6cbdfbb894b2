import type { IDataObject, IHttpRequestOptions, INodeExecutionData } from 'n8n-workflow';

import type { Failure } from '../response/failure';
import type { HttpResponse } from '../response/response';
import type { Recalled } from './ledger';
import type { Run } from './run';

/** A response, with its items once read; or why there is none. */
export type Sent =
	| {
			response: HttpResponse;
			items?: INodeExecutionData[];
			/** A look-up found what the retried execution sent. */
			isEarlier?: boolean;
	  }
	| { failure: Failure };

/** Sends a request and returns the result; anything it throws is unforeseen. */
export type Send = (request: IHttpRequestOptions) => Promise<Sent>;

/**
 * One stage of the pipeline; `next` is the rest of it, also for a read on behalf of the task, which
 * is its own task.
 */
export type Stage = (
	run: Run,
	task: Task,
	request: IHttpRequestOptions,
	next: (request: IHttpRequestOptions, task?: Task) => Promise<Sent>,
) => Promise<Sent>;

/**
 * What the service does when it accepts a request: it spends money, rings a phone, creates or
 * deletes something. It happens at most once for an input item and its receivers.
 */
export interface Effect {
	/** The receivers, from the body; never text or time, which change from try to try. */
	receivers?(body: IDataObject): unknown;
	/** Without credit, no more of its kind is sent. */
	costs?: boolean;
	/** Retried after a transient fault, because a second time changes nothing. */
	isIdempotent?: boolean;
}

/** Identifies an effect within a run of a node. */
export interface Part {
	/** The input item, and its part if it has several. */
	key: string;
	/** Short hash of the receivers. */
	to: string;
}

/** What a request needs on its way besides itself. */
export interface Task {
	/** The input items it represents. */
	itemIndexes: number[];
	/** Undefined for reads and for writes that may be repeated. */
	effect?: Effect;
	/** One for all output items, or one for each. */
	parts?: Part[];
	/** An earlier try left the outcome unknown, for this reason if noted. */
	earlier?: Recalled;
	/** When it was first sent, in unix milliseconds. */
	sentAt?: number;
	/** What to do if the outcome stays unknown. */
	ifUnknown?: 'leave' | 'sendAgain';
	/** Adds what only the service knows, or the content of files. */
	complete?: Complete;
	/** For lists, the entries to return; all if the service filtered it. */
	keeps?(entry: IDataObject): boolean;
	/** Turns a response into items; may throw. */
	read?(response: HttpResponse, request: IHttpRequestOptions): Promise<INodeExecutionData[]>;
}

/** The request to send, why it is not sent, or the result of an earlier one like it. */
export type Completed =
	{ request: IHttpRequestOptions } | { failure: Failure } | { found: unknown };

/**
 * Completes a request just before it is sent.
 *
 * @param ask sends a read in the same place of the queue
 */
export type Complete = (
	request: IHttpRequestOptions,
	ask: Send,
	run: Run,
) => Promise<Completed> | Completed;
