import type {
	IExecuteFunctions,
	IExecuteSingleFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import { toItems } from '../../shared/answer/answer';
import { fromBadInput, toErrorItem, toNodeError } from '../../shared/answer/failure';
import { runOf } from '../../shared/exchange/run';
import { itemContexts } from '../../shared/operation/itemContexts';
import { allThatIsWrong } from './allThatIsWrong';
import { type Bulk, readBulks } from './readBulks';
import { type Sending, sendAll } from './sendAll';

/** What a field does with the answer; exchange knows no other hooks than functions either. */
type Received = (
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
) => Promise<INodeExecutionData[]>;

/**
 * Sends what an operation on bulks declares (`POST /bulks`, `POST /bulks/dryrun`), as one request
 * for each input item or one for all of them. n8n's declarative path knows the former only.
 *
 * @param operation its method and path
 * @param fields its fields, which say what is sent and what is checked
 * @returns a function for `customOperations`: it returns one item for each bulk, paired with all
 * input items it stands for; with what failed one error item for each of them. It throws
 * NodeOperationError before anything is sent when a value cannot be sent, and NodeApiError when
 * a bulk is refused; neither when the node continues on errors
 */
export function sendBulks(operation: INodePropertyOptions, fields: INodeProperties[]) {
	const { url } = operation.routing!.request!;
	const postReceive = fields.flatMap(
		({ routing }) => (routing?.output?.postReceive ?? []) as Received[],
	);

	return async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const run = runOf(this, () => this.getNodeParameter('options.concurrency', 0, null));
		run.startTry();
		const bulks = await readBulks(this, fields);
		const unusable = bulks.flatMap(({ itemIndexes: [itemIndex], rejection }) =>
			rejection ? [{ itemIndex, rejection }] : [],
		);
		if (!this.continueOnFail() && unusable.length > 0) {
			const failure = allThatIsWrong(unusable, this.getInputData().length, 'input items');
			throw toNodeError(this.getNode(), failure, unusable[0].itemIndex);
		}

		const usable = bulks.filter(({ rejection }) => !rejection);
		const outcomes = await sendAll(
			this,
			run,
			usable.map((bulk) => toSending(bulk, String(url))),
			'bulks',
		);
		const results = new Map(usable.map((bulk, index) => [bulk, outcomes[index]]));
		const contextOf = itemContexts(this);
		const output = bulks.map(async (bulk) => {
			const outcome = results.get(bulk) ?? { failure: fromBadInput(bulk.rejection!) };
			if ('failure' in outcome) {
				return bulk.itemIndexes.map((itemIndex) => toErrorItem(outcome.failure, itemIndex));
			}
			const item = contextOf(bulk.itemIndexes[0]);
			let items = outcome.result;
			for (const receive of postReceive) items = await receive.call(item, items);
			return items;
		});
		return [(await Promise.all(output)).flat()];
	};
}

function toSending({ body, itemIndexes }: Bulk, url: string): Sending<INodeExecutionData[]> {
	const [itemIndex] = itemIndexes;
	return {
		method: 'POST',
		url,
		body,
		itemIndex,
		read: (answer) =>
			toItems(answer, { itemIndex, deletes: false }).map((item) => ({
				...item,
				pairedItem: itemIndexes.map((index) => ({ item: index })),
			})),
	};
}
