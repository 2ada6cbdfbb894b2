import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { inWords } from '../../../shared/description/simplify';
import { NotFound } from '../../../shared/response/failure';
import { isObject, type Received } from '../../../shared/response/response';
import { readCollection } from '../../api/collection';
import { agentStatuses, inOneForm } from '../../codes';

type Items = INodeExecutionData[];

/** Puts the status in words beside its number. */
export async function withStatusName(this: IExecuteSingleFunctions, items: Items): Promise<Items> {
	return items.map((item) => ({ ...item, json: named(item.json) }));
}

/** A single agent comes as a list as well (docs/api/voipnow.md, "Queue agents"). */
export async function oneAgent(
	this: IExecuteSingleFunctions,
	_items: Items,
	{ body }: IN8nHttpFullResponse,
): Promise<Items> {
	const agents = readCollection(body).entries.filter(isObject);
	const wanted = agentOf(this);
	const agent =
		agents.find((one) => one.identifier === wanted || one.agentNumber === wanted) ??
		(agents.length === 1 ? agents[0] : undefined);
	if (agent) return [{ json: named(agent) }];
	throw new NotFound(
		`The agent ${wanted} was not found in the queue`,
		'Check the Agent, and that the extension is the queue the agent belongs to.',
	);
}

/** The response may have no body; then the item says what was set. */
export async function updatedAgent(
	this: IExecuteSingleFunctions,
	_items: Items,
	response: IN8nHttpFullResponse,
): Promise<Items> {
	const { body, request } = response as Received;
	const agents = readCollection(body).entries.filter(isObject);
	if (agents.length > 0) return agents.map((agent) => ({ json: named(agent) }));
	const sent = request.body as IDataObject;
	return [{ json: named({ success: true, agentNumber: agentOf(this), ...sent }) }];
}

function agentOf(context: IExecuteSingleFunctions): string {
	return String(context.getNodeParameter('agent', '', { extractValue: true }));
}

function named(agent: IDataObject): IDataObject {
	const json = inOneForm(agent);
	if (json.status === undefined) return json;
	return { ...json, statusName: inWords(json.status, agentStatuses) };
}
