import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { inWords } from '../../shared/description/simplify';
import { isObject } from '../../shared/response/response';
import { ask } from '../api/ask';
import { readCollection } from '../api/collection';
import { agentStatuses, eventStatuses, eventTypes } from '../codes';

/** One request's worth: nobody picks from a longer list. */
const MOST = 4999;

/** One entry of a list in the editor. */
type ToChoice = (entry: IDataObject) => { name: string; value: string };

/** Call events of the chosen extension and type. */
export const searchPhoneCallEvents = searchIn(
	'/extensions/{userId}/{extension}/phoneCallEvents/{eventType}',
	({ id, type, url, status }) => ({
		name: `${String(inWords(type, eventTypes))}: ${String(url)} (${String(inWords(status, eventStatuses))})`,
		value: String(id),
	}),
);

/** Agents of the chosen queue. */
export const searchQueueAgents = searchIn(
	'/extensions/{userId}/{extension}/queue/agents',
	(agent) => ({
		name: `${String(agent.agentNumber ?? agent.identifier)} (${String(inWords(agent.status, agentStatuses))})`,
		value: agentOf(agent),
	}),
);

/** An extension in its extended or short form. */
const EXTENSION = /^(\d+\*\d+|\d{3})$/;

/**
 * A local agent goes by the number of its extension, a remote one by its ID, which newer systems
 * call `identifier` (docs/api/voipnow.md, "Queue agents").
 */
function agentOf({ agentNumber, identifier }: IDataObject): string {
	const number = String(agentNumber ?? '');
	return EXTENSION.test(number) ? number : String(identifier ?? number);
}

function searchIn(path: string, toChoice: ToChoice) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
	): Promise<INodeListSearchResult> {
		const { entries } = readCollection(await ask.call(this, path, { count: MOST }));
		const wanted = filter?.toLowerCase() ?? '';
		const results = entries
			.filter(isObject)
			.map(toChoice)
			.filter(({ name, value }) => value !== '' && name.toLowerCase().includes(wanted));
		return { results };
	};
}
