import type { IDataObject, IHttpRequestOptions, INodeExecutionData } from 'n8n-workflow';

import type { Failure } from '../response/failure';
import type { HttpResponse } from '../response/response';
import type { Recalled } from './ledger';
import type { Run } from './run';

/** A response, with the items made of it once it was read; or why there is none. */
export type Sent =
	| {
			response: HttpResponse;
			items?: INodeExecutionData[];
			/** A look-up has found what the execution that is retried has sent. */
			isEarlier?: boolean;
	  }
	| { failure: Failure };

/** Sends a request and says what came of it; what it throws was not foreseen. */
export type Send = (request: IHttpRequestOptions) => Promise<Sent>;

/**
 * One step on the way of a request; `next` is the rest of the way, also for a read on behalf of
 * the task, which then is a task of its own.
 */
export type Stage = (
	run: Run,
	task: Task,
	request: IHttpRequestOptions,
	next: (request: IHttpRequestOptions, task?: Task) => Promise<Sent>,
) => Promise<Sent>;

/**
 * What happens at the service when it accepts a request: money is spent, a phone rings, something
 * is created or deleted. It happens at most once for an input item and those who receive it.
 */
export interface Effect {
	/** Who receives it, from the body; never text or time, which change from try to try. */
	receivers?(body: IDataObject): unknown;
	/** Nothing more of its kind is sent once the credit is used up. */
	costs?: boolean;
	/** Sent again after a passing fault, because a second time changes nothing. */
	isIdempotent?: boolean;
}

/** Names an effect within the run of a node. */
export interface Part {
	/** The input item, and which of its parts where it has several. */
	key: string;
	/** Who receives it, as a short hash. */
	to: string;
}

/** What a request needs on its way beside itself. */
export interface Task {
	/** The input items it stands for. */
	itemIndexes: number[];
	/** Missing for reads and for writes that may be repeated. */
	effect?: Effect;
	/** One for all items that come out, or one for each of them. */
	parts?: Part[];
	/** An earlier try left open whether it was carried out, for this reason if it was noted. */
	earlier?: Recalled;
	/** Unix milliseconds at which it was sent first. */
	sentAt?: number;
	/** What the user wants if it stays unknown whether it was carried out. */
	ifUnknown?: 'leave' | 'sendAgain';
	/** Adds what only the service knows, or the content of files. */
	complete?: Complete;
	/** Of a list, the entries that come out; all of them where the service has filtered it. */
	keeps?(entry: IDataObject): boolean;
	/** Makes items of a response; it may throw. */
	read?(response: HttpResponse, request: IHttpRequestOptions): Promise<INodeExecutionData[]>;
}

/** The request to send, why it is not sent, or what an earlier one like it has made. */
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
