import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { asBadInput, BadInput } from '../../shared/input/badInput';
import { declared } from '../../shared/request/declared';
import { isTool } from '../../shared/request/agent';
import type { Item } from '../../shared/request/item';
import type { OperationRunner } from '../../shared/request/operations';
import type { RequestPlan } from '../../shared/request/plan';
import type { Outcome } from '../../shared/request/work';
import { type Failure, fromBadInput, toErrorItem } from '../../shared/response/failure';
import type { Run } from '../../shared/send/run';
import { readAsked } from './asked';
import { questionOf } from './link';
import type { Asked } from './page';
import { isReview, withArguments } from './review';
import { waitUntil } from './until';

/** What `respond` needs; n8n stores it with the waiting execution. */
export interface Waiting {
	/** Which message it waits for; its link says the same. */
	question: string;
	asked: Asked;
	sms: IDataObject;
}

/** Where it is kept in the context of the node. */
export const WAITING = 'sendAndWait';

/**
 * Sends the message and has n8n wait. It does not wait for what was not sent, or for a response
 * that cannot come: the link of a message belongs to the execution that sent it.
 */
export const sendAndWait: OperationRunner = async (run, items, plan) => {
	const outcome = await ask(run, items, plan);
	const { failure } = outcome;
	if (!failure || !isReview(run.context.getNode())) return [outcome];
	// The agent takes anything but an approval for a refusal by the user, and this for the reason.
	const { json } = toErrorItem(run.clean(failure), 0);
	return [
		{ ...outcome, items: [{ json: { ...json, chatInput: json.message } }], failure: undefined },
	];
};

async function ask(run: Run, items: Item[], plan: RequestPlan): Promise<Outcome> {
	const itemIndexes = [...items.keys()];
	const failed = (failure: Failure) => ({ itemIndexes, items: [], failure });
	// A tool of an agent is not waited for; a human review is.
	const isPlainTool = isTool(run.context) && !isReview(run.context.getNode());
	if (!run.ledger || isPlainTool) return failed(fromBadInput(CANNOT_WAIT));
	if (items.length !== 1) return failed(oneAtATime(items.length));
	let item: Item;
	let until: Date;
	let asked: Asked;
	try {
		item = withArguments(items[0], run.context as IExecuteFunctions);
		until = waitUntil(item, run.clock.now());
		asked = readAsked(item);
	} catch (error) {
		return failed(fromBadInput(asBadInput(error)));
	}
	const [outcome] = await declared(run, [item], plan);
	if (outcome.failure) return outcome;
	const [{ json }] = outcome.items;
	if (json.sentEarlier) return failed(linkIsOver(json));

	const context = run.context as IExecuteFunctions;
	const waiting: Waiting = { question: questionOf(item), asked: { ...asked }, sms: json };
	(context.getContext('node') as IDataObject)[WAITING] = waiting;
	await context.putExecutionToWait(until);
	return outcome;
}

const CANNOT_WAIT = new BadInput(
	'Send and Wait for Response cannot wait here',
	'It can in a workflow, and as a human review between an agent and a tool. Nothing was sent.',
);

function oneAtATime(count: number): Failure {
	return fromBadInput(
		new BadInput(
			`Send and Wait for Response takes one item, but got ${count}`,
			'An execution can wait for one response at a time. Put a Loop Over Items node in front of this one. Nothing was sent.',
		),
	);
}

function linkIsOver({ uuid }: IDataObject): Failure {
	return {
		message: `The message was sent by an earlier execution (SMS ${String(uuid)}), and its link leads there`,
		description:
			'Nobody can respond to this execution, so it does not wait, and nothing was sent again. Start the workflow again to ask again.',
		effect: 'none',
	};
}
