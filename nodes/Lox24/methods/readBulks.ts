import type {
	IDataObject,
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INodeProperties,
	INodeTypeDescription,
} from 'n8n-workflow';

import { asBadInput, BadInput, rejectionOf, shown } from '../../shared/input/badInput';
import { itemContexts } from '../../shared/operation/itemContexts';
import { withoutEmpty } from '../../shared/input/query';
import { planRequest, prepareRequest, type RequestPlan } from '../../shared/operation/requestPlan';

/** One bulk to send, and the input items it stands for. */
export interface Bulk {
	itemIndexes: number[];
	body: IDataObject;
	/** Why it cannot be sent. */
	rejection?: BadInput;
}

/** What every recipient of one bulk gets alike. */
const COMMON = [
	{ wireName: 'text', label: 'Text' },
	{ wireName: 'sender_id', label: 'Sender ID' },
];

/**
 * Reads the bulks of a run: one for each input item, or one for all input items whose recipients
 * come from the items (`recipientsFrom` is `items`).
 *
 * @param fields of the operation
 * @returns the bulks in the order of their first items; an item that cannot be sent stands alone
 */
export async function readBulks(
	context: IExecuteFunctions,
	fields: INodeProperties[],
): Promise<Bulk[]> {
	const node = context.getNode();
	const plans = new Map<string, RequestPlan>();
	const planFor = (from: string): RequestPlan => {
		const known = plans.get(from);
		if (known) return known;
		const properties = fields.filter((field) => isShownFor(field, from));
		const plan = planRequest(node, { properties } as INodeTypeDescription);
		plans.set(from, plan);
		return plan;
	};

	const contextOf = itemContexts(context);
	const bulks: Bulk[] = [];
	let joined: Joined | undefined;
	for (const itemIndex of context.getInputData().keys()) {
		let from = 'groups';
		const item = contextOf(itemIndex);
		const bulk: Bulk = { itemIndexes: [itemIndex], body: {} };
		try {
			from = context.getNodeParameter('recipientsFrom', itemIndex, 'groups') as string;
			bulk.body = await buildBody(planFor(from), item);
		} catch (error) {
			bulk.rejection = asBadInput(error);
		}
		if (bulk.rejection || from !== 'items') bulks.push(bulk);
		else if (joined) {
			const rejection = joined.add(bulk);
			if (rejection) bulks.push({ ...bulk, rejection });
		} else {
			joined = new Joined(bulk);
			bulks.push(bulk);
		}
	}
	return bulks;
}

/** What the fields declare, checked and converted by their `preSend`. */
async function buildBody(
	plan: RequestPlan,
	item: IExecutePaginationFunctions,
): Promise<IDataObject> {
	const request = await prepareRequest(plan, item, {});
	const rejection = rejectionOf(request);
	if (rejection) throw rejection;
	return withoutEmpty(request.body as IDataObject);
}

function isShownFor({ displayOptions }: INodeProperties, from: string): boolean {
	const { recipientsFrom } = displayOptions?.show ?? {};
	return recipientsFrom === undefined || recipientsFrom.includes(from);
}

/** The one bulk that all input items make together. */
class Joined {
	private readonly phones: string[];

	private readonly known: Set<string>;

	/** @param bulk of the first item; the others are added to it */
	constructor(private readonly bulk: Bulk) {
		this.phones = bulk.body.phones as string[];
		this.known = new Set(this.phones);
	}

	/**
	 * A number that is there already is not added again: its owner would get the text twice.
	 *
	 * @returns why this one cannot be part of the bulk, if so
	 */
	add({ body, itemIndexes }: Bulk): BadInput | undefined {
		for (const { wireName, label } of COMMON) {
			if (body[wireName] === this.bulk.body[wireName]) continue;
			return new BadInput(
				`${label} differs from that of input item ${this.bulk.itemIndexes[0]}: ${shown(body[wireName])}`,
				'A bulk has one text and one sender for everybody. For a text of its own for each item use the operation Send of SMS. Nothing was sent.',
			);
		}
		if (settingsOf(body) !== settingsOf(this.bulk.body)) {
			return new BadInput(
				`Additional Fields differ from those of input item ${this.bulk.itemIndexes[0]}`,
				'A bulk has the same settings for everybody. Nothing was sent.',
			);
		}
		for (const phone of body.phones as string[]) {
			if (!this.known.has(phone)) this.phones.push(phone);
			this.known.add(phone);
		}
		this.bulk.itemIndexes.push(...itemIndexes);
		return undefined;
	}
}

/** A time such as "in an hour" may be another second for the next item; the first one counts. */
function settingsOf({ phones: _phones, delivery_at: _time, ...rest }: IDataObject): string {
	return JSON.stringify(rest);
}
