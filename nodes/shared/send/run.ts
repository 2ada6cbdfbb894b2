import type {
	IAllExecuteFunctions,
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IExecutePaginationFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	INodeProperties,
	IPollFunctions,
} from 'n8n-workflow';
import { randomString } from 'n8n-workflow';

import { isToolOfOldAgent } from '../request/agent';
import type { Failure } from '../response/failure';
import { withoutSecrets } from '../response/secrets';
import type { Service, TokenKeeper } from '../service';
import { systemClock, type Clock } from './clock';
import { Slots } from './concurrency';
import { accountOf, Guard } from './guard';
import { Ledger } from './ledger';
import { Limits } from './limits';
import { originOf } from './origin';
import type { Task } from './stage';

/** Context of a run of the node: all items, or one for a tool of an agent before version 3. */
export type NodeContext = IExecuteFunctions | IExecutePaginationFunctions;

/** Context of a sender: a run of the node, a list of the editor, or a trigger. */
export type Context = NodeContext | ILoadOptionsFunctions | IHookFunctions | IPollFunctions;

const DEFAULT_CONCURRENCY = 10;

interface RunOptions {
	context: Context;
	service: Service;
	credential: ICredentialDataDecryptedObject;
	properties?: INodeProperties[];
	continues?: boolean;
	ledger?: Ledger;
	concurrency?: unknown;
	clock?: Clock;
}

/** Shared state of the requests of one run; nothing outlives the run. */
export class Run {
	readonly slots: Slots;

	readonly guard: Guard;

	readonly limits: Limits;

	readonly tokens?: TokenKeeper;

	/** All requests of the run, to tell apart those that look alike. */
	readonly requests: IHttpRequestOptions[] = [];

	/** Removes the credential's secrets from what the user sees. */
	private cleaner: <T>(value: T) => T;

	private renewed = 0;

	private readonly shared = new Map<string, Promise<unknown>>();

	private isGivenUp = false;

	/** Whether anything was handed to the network. */
	hasSent = false;

	readonly context: Context;

	readonly service: Service;

	readonly credential: ICredentialDataDecryptedObject;

	/** The fields of the node. */
	readonly properties: INodeProperties[];

	/** Whether the node continues with other items if one fails. */
	readonly continues: boolean;

	/** Undefined if nothing can be repeated. */
	readonly ledger?: Ledger;

	readonly clock: Clock;

	constructor(given: RunOptions) {
		this.context = given.context;
		this.service = given.service;
		this.credential = given.credential;
		this.properties = given.properties ?? [];
		this.continues = given.continues ?? true;
		this.ledger = given.ledger;
		this.clock = given.clock ?? systemClock;
		this.tokens = this.service.tokens?.();
		this.slots = new Slots(atLeastOne(given.concurrency));
		this.guard = new Guard(
			accountOf(this.service, this.credential),
			executionOf(this.context),
			this.clock,
		);
		this.limits = new Limits(this.clock, cancelSignalOf(this.context));
		this.cleaner = withoutSecrets(this.credential);
	}

	/** Without the secrets of the credential, and without tokens that were renewed meanwhile. */
	clean<T>(value: T): T {
		const tokens = this.tokens?.secrets ?? [];
		if (tokens.length > this.renewed) {
			this.renewed = tokens.length;
			const renewed = tokens.map((token) => ({ token }));
			this.cleaner = withoutSecrets({ ...this.credential, renewed: { ...renewed } as never });
		}
		return this.cleaner(value);
	}

	/** One item failed and the node stops on errors: sends nothing more. */
	giveUp(): void {
		this.isGivenUp = true;
	}

	get isStopped(): boolean {
		return this.isGivenUp || cancelSignalOf(this.context)?.aborted === true;
	}

	/** Whether nothing more will be sent. */
	get isOver(): boolean {
		return this.isStopped || this.guard.refusal() !== undefined;
	}

	/** Why a request is not sent, if so. */
	obstacle(task: Task): Failure | undefined {
		return this.isStopped ? stopped(this.isGivenUp) : this.guard.refusal(task.effect?.costs);
	}

	/** Waits this many milliseconds, or until the execution is stopped. */
	async wait(milliseconds: number): Promise<void> {
		const signal = cancelSignalOf(this.context);
		if (signal?.aborted) return;
		let end = () => {};
		const stop = new Promise<void>((resolve) => (end = resolve));
		signal?.addEventListener('abort', end);
		await Promise.race([this.clock.sleep(milliseconds), stop]);
		signal?.removeEventListener('abort', end);
	}

	/** Does something once for all items that need it. */
	async once<T>(name: string, work: () => Promise<T>): Promise<T> {
		const known = this.shared.get(name) ?? work();
		this.shared.set(name, known);
		return (await known) as T;
	}
}

/**
 * The ledger of this run, unless nothing can be repeated: for an AI agent before version 3, all
 * calls look like the first item of one run.
 */
export function ledgerOf(context: NodeContext, clock: Clock = systemClock): Ledger | undefined {
	if (isToolOfOldAgent(context)) return undefined;
	const { $runIndex } = context.getWorkflowDataProxy(0);
	const store = context.getContext('node') as IDataObject;
	const execution = context.getExecutionId() ?? '';
	const isRetry = context.getMode() === 'retry';
	return new Ledger(store, Number($runIndex), execution, clock.now(), originOf(context), isRetry);
}

function executionOf(context: Pick<IAllExecuteFunctions, 'getExecutionId'>): string {
	return context.getExecutionId?.() ?? randomString(16);
}

function cancelSignalOf(context: Context): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

function atLeastOne(concurrency: unknown): number {
	const limit = Math.floor(Number(concurrency ?? DEFAULT_CONCURRENCY));
	return limit >= 1 ? limit : DEFAULT_CONCURRENCY;
}

function stopped(isGivenUp: boolean): Failure {
	return {
		message: isGivenUp
			? 'Not sent, because another item stopped the node'
			: 'The execution was stopped',
		description: 'Nothing was sent for this item.',
		effect: 'none',
		cancelled: true,
	};
}
