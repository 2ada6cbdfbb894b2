import type {
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeExecutionData,
	IPollFunctions,
} from 'n8n-workflow';

import { Lox24PollingTrigger } from '../../nodes/Lox24/Lox24PollingTrigger.node';
import { systemClock } from '../../nodes/shared/send/clock';
import { forgetAccounts } from '../../nodes/shared/send/guard';
import { settle } from './given';
import { parametersOf } from './givenWebhook';

/** How the lists of a service are. */
export interface Manners {
	pageSize: number;
	hasTotal: boolean;
	hasView: boolean;
	ignoresPage: boolean;
	ignoresFilters: boolean;
	oldestFirst?: boolean;
	/** Never says that there is a next page. */
	hidesNext?: boolean;
	/** Seconds that its clock is ahead of ours. */
	ahead: number;
	hasDate: boolean;
}

export const usualManners: Manners = {
	pageSize: 5,
	hasTotal: true,
	hasView: true,
	ignoresPage: false,
	ignoresFilters: false,
	ahead: 0,
	hasDate: true,
};

const trigger = new Lox24PollingTrigger();

/** Unix seconds at which every history begins. */
export const BEGINNING = 1_700_000_000;

/** Time stands still unless a test moves it. */
export function givenTime(): { seconds: number } {
	const time = { seconds: BEGINNING };
	const real = { ...systemClock };
	beforeAll(() => {
		Object.assign(systemClock, {
			now: () => time.seconds * 1000,
			sleep: settle,
			random: () => 0,
		});
	});
	beforeEach(() => {
		time.seconds = BEGINNING;
		forgetAccounts();
	});
	afterAll(() => Object.assign(systemClock, real));
	return time;
}

/** LOX24 in memory: one list of entries, whatever the path. */
export class FakeLox24 {
	entries: IDataObject[] = [];

	requests: Array<{ path: string; query: IDataObject }> = [];

	/** Statuses of the next responses; undefined for a good one. */
	statuses: Array<number | undefined> = [];

	/** What happens before a request is answered. */
	onRequest: (request: number) => void | Promise<void> = () => {};

	private made = 0;

	constructor(
		private readonly time: { seconds: number },
		public manners: Manners = usualManners,
	) {}

	/** By its own clock. */
	get now(): number {
		return this.time.seconds + this.manners.ahead;
	}

	add(entry: IDataObject): IDataObject {
		const added = { uuid: `id-${++this.made}`, ...entry };
		this.entries.push(added);
		return added;
	}

	readonly http = async (request: IHttpRequestOptions): Promise<Partial<IN8nHttpFullResponse>> => {
		const { page = 1, ...query } = request.qs as IDataObject;
		this.requests.push({ path: request.url, query: { ...request.qs } as IDataObject });
		await this.onRequest(this.requests.length);
		const { hasDate } = this.manners;
		const headers = hasDate ? { date: new Date(this.now * 1000).toUTCString() } : {};
		const status = this.statuses.shift();
		if (status !== undefined) return { statusCode: status, headers, body: {} };
		return { statusCode: 200, headers, body: this.page(query, Number(page)) };
	};

	private page(query: IDataObject, number: number) {
		const { pageSize, hasTotal, hasView, ignoresPage } = this.manners;
		const all = this.select(query);
		const page = ignoresPage ? 1 : number;
		const members = all.slice((page - 1) * pageSize, page * pageSize);
		if (!hasTotal && !hasView) return members;
		const isMore = page * pageSize < all.length && !this.manners.hidesNext;
		return {
			'hydra:member': members,
			...(hasTotal ? { 'hydra:totalItems': all.length } : {}),
			...(hasView ? { 'hydra:view': isMore ? { 'hydra:next': `/x?page=${page + 1}` } : {} } : {}),
		};
	}

	private select(query: IDataObject): IDataObject[] {
		const order = Object.keys(query).find((key) => key.startsWith('_order'))!;
		const field = /\[(\w+)\]/.exec(order)![1];
		const fits = (entry: IDataObject) =>
			Object.entries(query).every(([key, value]) => {
				const [, name, operator] = /^(\w+)\[(\w*)\]$/.exec(key)!;
				if (name === '_order') return true;
				if (operator === '') return (value as unknown[]).includes(entry[name]);
				if (this.manners.ignoresFilters) return true;
				const [one, other] = [Number(entry[name]), Number(value)];
				return operator === 'gte' ? one >= other : one < other;
			});
		const sorted = this.entries
			.filter(fits)
			.map((entry, index) => ({ entry, index }))
			.sort(
				(one, other) =>
					Number(other.entry[field]) - Number(one.entry[field]) || other.index - one.index,
			)
			.map(({ entry }) => ({ ...entry, '@id': `/x/${String(entry.uuid)}` }));
		return this.manners.oldestFirst ? sorted.reverse() : sorted;
	}
}

/** The trigger in a workflow that is published: what it keeps, and what n8n saves of it. */
export class PublishedTrigger {
	data: IDataObject = {};

	/** What a restart finds. n8n does not save what a poll without items has changed. */
	saved = '{}';

	/** IDs of all that came out. */
	readonly out: string[] = [];

	token = '1000001:key-of-the-test';

	webhookToken = '';

	budget?: number;

	constructor(
		readonly service: FakeLox24,
		public parameters: IDataObject = { event: 'smsReceived' },
	) {}

	/** The first poll of a workflow that is published: its state is saved in any case. */
	async publish(): Promise<INodeExecutionData[]> {
		const items = await this.poll();
		this.saved = JSON.stringify(this.data);
		return items;
	}

	async poll(mode = 'trigger'): Promise<INodeExecutionData[]> {
		const output = await trigger.poll.call(this.context(mode));
		const items = output?.[0] ?? [];
		if (mode !== 'trigger') return items;
		this.out.push(...items.map(({ json }) => String(json.uuid)));
		if (output !== null) this.saved = JSON.stringify(this.data);
		return items;
	}

	restart(): void {
		this.data = JSON.parse(this.saved) as IDataObject;
	}

	private context(mode: string): IPollFunctions {
		const { service, parameters, data, token, webhookToken, budget } = this;
		const context = {
			getNode: () => ({ name: 'LOX24 Polling Trigger', parameters }),
			getMode: () => mode,
			getTimezone: () => 'Europe/Berlin',
			getNodeParameter: parametersOf(parameters),
			getWorkflowStaticData: () => data,
			getCredentials: async () => ({ baseUrl: 'https://lox24.example', token, webhookToken }),
			...(budget === undefined ? {} : { getPollBudgetMs: () => budget }),
			helpers: {
				httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) => ({
					statusCode: 200,
					headers: {},
					...(await service.http(request)),
				}),
			},
		};
		return context as unknown as IPollFunctions;
	}
}

/** A trigger whose first poll has been. */
export async function published(
	time: { seconds: number },
	parameters?: IDataObject,
	manners = usualManners,
	count = 3,
) {
	const service = new FakeLox24(time, manners);
	for (let made = 0; made < count; made++) receive(service, -3600 * 24);
	const trigger = new PublishedTrigger(service, parameters);
	await trigger.publish();
	service.requests = [];
	return { service, trigger };
}

/** @param later seconds; a message may also come late */
export function receive(service: FakeLox24, later = 0): string {
	return String(service.add({ received_at: service.now + later, from: '+491511', text: 'x' }).uuid);
}

/** An SMS with this report. */
export function send(service: FakeLox24, dlr_code: number, more: IDataObject = {}): IDataObject {
	return service.add({ created_at: service.now, delivery_at: 0, dlr_code, ...more });
}

/** Why the next poll fails. */
export async function failureOf(trigger: PublishedTrigger): Promise<Error & IDataObject> {
	return await trigger.poll().then(
		() => fail('it did not fail'),
		(error: Error & IDataObject) => error,
	);
}

function fail(reason: string): never {
	throw new Error(reason);
}
