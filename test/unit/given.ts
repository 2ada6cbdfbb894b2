import * as flatted from 'flatted';
import type {
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INode,
	INodeExecutionData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import type { Failure } from '../../nodes/shared/response/failure';
import type { HttpResponse } from '../../nodes/shared/response/response';
import type { Clock } from '../../nodes/shared/send/clock';
import { Ledger } from '../../nodes/shared/send/ledger';
import { type NodeContext, Run } from '../../nodes/shared/send/run';
import type { Sent, Task } from '../../nodes/shared/send/stage';
import type { Service } from '../../nodes/shared/service';

export const NOON = Date.UTC(2026, 0, 1, 12);

/** Time that passes only while somebody waits for it. Waits end at once, the shortest first. */
export class FakeClock implements Clock {
	time = NOON;

	chance = 0;

	/** Milliseconds of each wait. */
	readonly waits: number[] = [];

	private readonly sleepers: Array<{ until: number; wake: () => void }> = [];

	readonly now = () => this.time;

	readonly random = () => this.chance;

	readonly sleep = async (milliseconds: number) => {
		this.waits.push(milliseconds);
		await new Promise<void>((wake) => {
			this.sleepers.push({ until: this.time + milliseconds, wake });
			setImmediate(() => this.wakeFirst());
		});
	};

	private wakeFirst(): void {
		this.sleepers.sort((one, other) => one.until - other.until);
		const first = this.sleepers.shift()!;
		this.time = Math.max(this.time, first.until);
		first.wake();
	}
}

/** Lets everything run that waits for nothing but its turn. */
export async function settle(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}

/** A service that refuses with 401, 403 and 429, and says no more than it has to. */
export function givenService(more: Partial<Service> = {}): Service {
	return {
		name: 'Service',
		shapes: {},
		credentialType: () => 'serviceApi',
		connection: () => ({ baseURL: 'https://service.example' }),
		refusesAccount: ({ status = 0 }) => [401, 403, 429].includes(status),
		effectOf: () => undefined,
		isGenuine: () => true,
		readList: async () => ({ entries: [] }),
		explain: ({ status }) => ({ message: `It said ${status}`, description: 'Do that.' }),
		...more,
	};
}

/** How the fake n8n sends: it gets the request and the signal that ends it. */
export type Http = (
	request: IHttpRequestOptions,
	signal: AbortSignal,
) => Promise<Partial<IN8nHttpFullResponse>>;

interface GivenContext {
	http?: Http;
	executionId?: string;
	/** Stops the execution. */
	stop?: AbortSignal;
	/** What `getContext('node')` gives. */
	store?: IDataObject;
	runIndex?: number;
	node?: Partial<INode>;
	mode?: WorkflowExecuteMode;
	/** What n8n knows of the start of the execution, since 2.41. */
	established?: {
		establishedAt: number;
		triggerNode?: { name: string };
		parentExecutionId?: string;
	};
	/** By trigger. */
	firstItems?: Record<string, INodeExecutionData>;
	/** The node whose data n8n has; another one where an old agent runs the node. */
	ranBy?: string;
}

/** What n8n gives to a run of the node, as far as the pipeline uses it. */
export function givenContext(given: GivenContext = {}): NodeContext {
	const { http = async () => ({ body: {} }), store = {}, runIndex = 0 } = given;
	const node = { name: 'SMS', parameters: {}, ...given.node };
	const context = {
		getNode: () => node,
		getWorkflow: () => ({ id: 'workflow 1' }),
		getMode: () => given.mode ?? 'trigger',
		getExecutionContext: () => given.established,
		getExecutionId: () => given.executionId ?? 'execution 1',
		getExecutionCancelSignal: () => given.stop,
		getContext: (kind: string) => (kind === 'node' ? store : {}),
		getWorkflowDataProxy: () => ({
			$runIndex: runIndex,
			$: (name: string) => ({ first: () => given.firstItems?.[name] }),
		}),
		getExecuteData: () => ({ node: { name: given.ranBy ?? node.name }, data: { main: [] } }),
		getTimezone: () => 'Europe/Berlin',
		helpers: {
			async httpRequestWithAuthentication(
				this: { getExecutionCancelSignal(): AbortSignal },
				_type: string,
				request: IHttpRequestOptions,
			) {
				const response = await http(request, this.getExecutionCancelSignal());
				return { statusCode: 200, headers: {}, body: undefined, ...response };
			},
		},
	};
	return context as unknown as NodeContext;
}

let tokens = 0;

/** A run with an account of its own, unless a credential is given. */
export function givenRun(
	more: GivenContext & Partial<Omit<ConstructorParameters<typeof Run>[0], 'clock'>> = {},
) {
	const clock = new FakeClock();
	const run = new Run({
		context: givenContext(more),
		service: givenService(),
		credential: { token: `client:key-number-${++tokens}` },
		...more,
		clock,
	});
	return { run, clock };
}

/** A task for the first item. */
export function givenTask(more: Partial<Task> = {}): Task {
	return { itemIndexes: [0], ...more };
}

export const aRequest: IHttpRequestOptions = {
	method: 'POST',
	baseURL: 'https://service.example',
	url: '/messages',
	body: { phone: '+491511234567', text: 'Hello' },
};

export const aRead: IHttpRequestOptions = { ...aRequest, method: 'GET', body: undefined };

/** A ledger on what n8n keeps for the node. */
export function givenLedger(
	store: IDataObject,
	{ runIndex = 0, execution = 'one', now = NOON } = {},
): Ledger {
	return new Ledger(store, runIndex, execution, now);
}

/** As n8n writes a failed execution to its database. */
export function toDatabase(store: IDataObject): string {
	return flatted.stringify({ executionData: { contextData: { 'node:SMS': store } } });
}

/** And as it reads it for a retry. */
export function fromDatabase(text: string): IDataObject {
	const read = flatted.parse(text) as {
		executionData: { contextData: Record<string, IDataObject> };
	};
	return read.executionData.contextData['node:SMS'];
}

/** A success. */
export function ok(...given: [body?: unknown, headers?: IDataObject]) {
	const [body, headers = {}] = given.length > 0 ? given : [{}];
	return { response: { status: 200, headers, body } satisfies HttpResponse };
}

/** A failure; what is not given is that of a 500 whose request was certainly not carried out. */
export function failed(more: Partial<Failure> = {}) {
	const failure: Failure = {
		message: 'It did not work',
		description: 'Do that.',
		status: 500,
		effect: 'none',
		...more,
	};
	return { failure };
}

/** The failure in what came of a request; a test that expects one must not get a success. */
export function failureOf(sent: Sent): Failure {
	if ('failure' in sent) return sent.failure;
	throw new Error(`not a failure: ${JSON.stringify(sent)}`);
}

/** The rest of the way, which gives these one after the other, and remembers what it was asked. */
export function responding(...responses: Sent[]) {
	return jest.fn<Promise<Sent>, [IHttpRequestOptions, Task?]>(async () => {
		const response = responses.shift();
		if (!response) throw new Error('sent once more than expected');
		return response;
	});
}

/** Output items with these contents. */
export function itemsOf(...jsons: IDataObject[]): INodeExecutionData[] {
	return jsons.map((json) => ({ json }));
}
