import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { asBadInput, BadInput, shown } from '../../shared/input/badInput';
import { connectionOf, toRequest, toTask } from '../../shared/request/declared';
import type { OperationRunner } from '../../shared/request/operations';
import { planRequest } from '../../shared/request/plan';
import { performAll, type Work } from '../../shared/request/work';
import { fromBadInput } from '../../shared/response/failure';
import { receiversHash } from '../../shared/send/ledger';
import { without } from '../../shared/without';
import { checkPlaceholders } from './bulkPlaceholders';

/** What all recipients of a bulk share. */
const COMMON = [
	{ wireName: 'text', label: 'Text' },
	{ wireName: 'sender_id', label: 'Sender ID' },
];

/** A work that can be sent. */
type Sendable = Extract<Work, { request: IHttpRequestOptions }>;

/**
 * Sends one bulk for each input item, or one for all input items whose recipients come from the
 * items (`recipientsFrom` is `items`), paired with all items it stands for.
 */
export const bulks: OperationRunner = async (run, items) => {
	const connection = connectionOf(run, items[0]);
	const node = run.context.getNode();
	const works: Work[] = [];
	let joined: Joined | undefined;
	for (const item of items) {
		const itemIndexes = [item.getItemIndex()];
		try {
			const from = item.getNodeParameter('recipientsFrom', 'groups') as string;
			// It decides which fields are shown, and an expression may set it.
			const parameters = { ...node.parameters, recipientsFrom: from };
			const plan = planRequest({ ...node, parameters }, run.properties);
			const request = await toRequest(run, item, plan, connection);
			const work = { itemIndexes, request, task: toTask(run, item, plan, request) };
			if (from === 'items' && joined) joined.add(work);
			else works.push(work);
			if (from === 'items') joined ??= new Joined(work);
		} catch (error) {
			works.push({ itemIndexes, failure: fromBadInput(asBadInput(error)) });
		}
	}
	joined?.close();
	return await performAll(run, await checkPlaceholders(run, works, items));
};

/** The one bulk for all input items. */
class Joined {
	private readonly phones: string[];

	private readonly known: Set<string>;

	/** @param work of the first item; the others are added to it */
	constructor(private readonly work: Sendable) {
		this.phones = bodyOf(work).phones as string[];
		this.known = new Set(this.phones);
	}

	/**
	 * Skips numbers already in the bulk: their owners would get the text twice.
	 *
	 * @throws BadInput when this one cannot be part of the bulk
	 */
	add(other: Sendable): void {
		const [first, body] = [bodyOf(this.work), bodyOf(other)];
		for (const { wireName, label } of COMMON) {
			if (body[wireName] === first[wireName]) continue;
			throw new BadInput(
				`${label} differs from that of input item ${this.work.itemIndexes[0]}: ${shown(body[wireName])}`,
				'A bulk has one text and one sender for everybody. For a different text in each item, use SMS: Send. Nothing was sent.',
			);
		}
		if (settingsOf(body) !== settingsOf(first)) {
			throw new BadInput(
				`Additional Fields differ from those of input item ${this.work.itemIndexes[0]}`,
				'A bulk has the same settings for everybody. Nothing was sent.',
			);
		}
		for (const phone of body.phones as string[]) {
			if (!this.known.has(phone)) this.phones.push(phone);
			this.known.add(phone);
		}
		this.work.itemIndexes.push(...other.itemIndexes);
	}

	/** Identifies the bulk by all its recipients, and pairs it with all its items. */
	close(): void {
		const { task, itemIndexes } = this.work;
		task.itemIndexes = itemIndexes;
		if (task.parts) task.parts = [{ ...task.parts[0], to: receiversHash(this.phones) }];
		const { read } = task;
		const pairedItem = itemIndexes.map((item) => ({ item }));
		task.read = async (...response) => {
			const items = (await read?.(...response)) ?? [];
			return items.map((item) => ({ ...item, pairedItem }));
		};
	}
}

function bodyOf({ request }: Sendable): IDataObject {
	return request.body as IDataObject;
}

/** A time such as "in an hour" may differ by a second in the next item; the first one counts. */
function settingsOf(body: IDataObject): string {
	return JSON.stringify(without(body, ['phones', 'delivery_at']));
}
