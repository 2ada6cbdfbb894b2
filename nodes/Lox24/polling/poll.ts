import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	IPollFunctions,
} from 'n8n-workflow';

import { byView } from '../../shared/description/simplify';
import { asBadInput } from '../../shared/input/badInput';
import { comparable } from '../../shared/input/numberList';
import { fillPath } from '../../shared/input/path';
import { type Failure, fromBadInput } from '../../shared/response/failure';
import { Background, toldInFull } from '../../shared/send/background';
import { systemClock } from '../../shared/send/clock';
import { JSON_LD, withoutAtKeys } from '../api/jsonLd';
import { toPage } from '../api/readList';
import { lox24 } from '../api/service';
import { causeOf } from './cause';
import { commit, MOST_REMEMBERED } from './commit';
import type { ReadPage } from './cursor';
import { timeOf } from './feed';
import { keyOf, type Settings, settingsOf } from './settings';
import { readState, writeState } from './state';
import { sweep } from './sweep';

/** Milliseconds after which a poll starts no further page: the next poll is a minute away. */
const LONGEST = 45_000;

/** A poll that continues another one needs this many pages to make progress. */
const FEW_PAGES = 3;

/** Milliseconds a single request may take. */
const LONGEST_REQUEST = 60_000;

/** What older versions of n8n do not tell: how long a poll may take, in milliseconds. */
const USUAL_BUDGET = 300_000;

/** One poll: returns what is new, once. */
export async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const polled = pollOnce.call(this);
	// The editor also shows the description.
	return await (this.getMode() === 'manual' ? polled : toldInFull(polled));
}

async function pollOnce(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const background = await Background.of(this, lox24);
	try {
		const settings = settingsOf(this);
		const credential = await this.getCredentials(lox24.credentialType(this));
		const polled = new Polled(this, settings, background, credential);
		const entries = this.getMode() === 'manual' ? await polled.newest() : await polled.whatIsNew();
		return entries.length > 0 ? [entries.map((entry) => toItem(entry, settings))] : null;
	} catch (error) {
		const failure = error instanceof Failed ? error.failure : fromBadInput(asBadInput(error));
		throw Object.assign(background.toError(failure), { failure: causeOf(failure) });
	}
}

/** A failure in the middle of a poll. */
class Failed extends Error {
	constructor(readonly failure: Failure) {
		super(failure.message);
	}
}

class Polled {
	private readonly begun = systemClock.now();

	private readonly budget: number;

	constructor(
		private readonly context: IPollFunctions,
		private readonly settings: Settings,
		private readonly background: Background,
		private readonly credential: ICredentialDataDecryptedObject,
	) {
		this.budget = context.getPollBudgetMs?.() ?? USUAL_BUDGET;
	}

	/** For the editor: returns one entry and remembers nothing. */
	async newest(): Promise<IDataObject[]> {
		const { feed } = this.settings;
		const [{ path, query }] = feed.lists;
		const page = await this.readPage(path, query(undefined), 1);
		if ('failure' in page) throw new Failed(page.failure);
		const entries = (page.entries as IDataObject[]).filter(
			(entry) => timeOf(feed, entry) !== undefined && feed.isDue(entry) && this.isWanted(entry),
		);
		if (entries.length > 0) return entries.slice(0, 1);
		throw new Failed({
			message: 'LOX24 has none of these yet',
			description: 'Publish the workflow: it starts as soon as there is one.',
			effect: 'none',
			badInput: true,
		});
	}

	async whatIsNew(): Promise<IDataObject[]> {
		const { context, settings, credential } = this;
		const { feed, window } = settings;
		const data = context.getWorkflowStaticData('node');
		const key = keyOf(settings, credential);
		const before = keyIn(data);
		const state = readState(data, key);
		const swept = await sweep({
			feed,
			state,
			window,
			read: this.readPage,
			isTimeUp: (pages) => this.passed() > this.share(pages),
			enough: MOST_REMEMBERED,
		});
		const { failure } = swept;
		if (failure && !state) throw new Failed(failure);

		// No await from here on: another poll of this node may be running.
		const now = readState(data, key);
		const polled = keyIn(data);
		if (!now && polled !== undefined && polled !== before) return [];
		const isFirst = state === undefined && now === undefined;
		const done = commit(feed, key, now ?? state, swept, { window, isFirst });
		writeState(data, done.state);
		const fresh = done.fresh.filter((entry) => this.isWanted(entry));
		if (failure && fresh.length === 0) throw new Failed(failure);
		return fresh;
	}

	private readonly readPage: ReadPage = async (path, query, page) => {
		const qs = page === 1 ? query : { ...query, page };
		// Three tries of a request have to fit into the remaining time.
		const left = (this.budget - this.passed()) / 4;
		const timeout = Math.max(1000, Math.min(left, LONGEST_REQUEST));
		const url = fillPath(path, () => this.settings.campaign, lox24.shapes);
		const sent = await this.background.send({ path: url, qs, accept: JSON_LD, timeout });
		if ('failure' in sent) return sent;
		const { response } = sent;
		const read = toPage(response, lox24.connection(this.credential));
		const now = Math.floor(Date.parse(String(response.headers.date)) / 1000);
		return Number.isFinite(now) ? { ...read, now } : read;
	};

	/**
	 * Milliseconds after which no further page starts. A few always do, or it would never make
	 * progress.
	 */
	private share(pages: number): number {
		return pages < FEW_PAGES ? this.budget * 0.75 : Math.min(this.budget * 0.5, LONGEST);
	}

	private passed(): number {
		return systemClock.now() - this.begun;
	}

	private isWanted(entry: IDataObject): boolean {
		const { feed, numbers } = this.settings;
		return !numbers || feed.numbers.some((field) => numbers.has(comparable(entry[field])));
	}
}

function keyIn({ state }: IDataObject): unknown {
	return (state as IDataObject | undefined)?.key;
}

function toItem(entry: IDataObject, { feed, isSimple }: Settings): INodeExecutionData {
	const bare = withoutAtKeys(entry);
	return { json: isSimple && feed.view ? byView(bare, feed.view) : bare };
}
