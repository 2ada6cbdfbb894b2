import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { isObject } from '../../shared/answer/answer';
import { membersOf, viewOf } from '../../shared/answer/jsonLd';
import { ask } from './ask';

/** What a list shows for one entry. */
type ToChoice = (entry: IDataObject) => { name: string; value: string };

/** Contact groups, with their number of entries. */
export const searchGroups = searchIn('/groups', (group) => ({
	name: nameOfGroup(group),
	value: String(group.id),
}));

export function nameOfGroup({ name, count_items: count }: IDataObject): string {
	return count === undefined ? String(name) : `${String(name)} (${String(count)})`;
}

/** Bulks: when they were created, and how their text begins. */
export const searchBulks = searchIn('/bulks', ({ uuid, text, created_at: createdAt }) => ({
	name: `${toDate(createdAt)} ${String(text ?? uuid).slice(0, 60)}`,
	value: String(uuid),
}));

/** Short-link campaigns by name. */
export const searchCampaigns = searchIn('/short_link_campaigns', ({ id, name }) => ({
	name: `${String(name)} (${String(id)})`,
	value: String(id),
}));

/**
 * A page of a list for a resource locator. LOX24 has no search over names of groups, so the
 * search goes over the page that is shown.
 */
function searchIn(path: string, toChoice: ToChoice) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const page = Number(paginationToken ?? 1);
		const body = await ask.call(this, path, { page });
		const choices = entriesOf(body).map(toChoice);
		const wanted = filter?.toLowerCase() ?? '';
		return {
			results: choices.filter(({ name }) => name.toLowerCase().includes(wanted)),
			paginationToken: viewOf(body)?.next !== undefined ? String(page + 1) : undefined,
		};
	};
}

/** The entries of one page of a list, as JSON-LD or as a bare array. */
export function entriesOf(body: unknown): IDataObject[] {
	const entries: unknown = Array.isArray(body) ? body : membersOf(body);
	return Array.isArray(entries) ? entries.filter(isObject) : [];
}

/** @param seconds unix time */
function toDate(seconds: unknown): string {
	return typeof seconds === 'number' ? new Date(seconds * 1000).toISOString().slice(0, 10) : '';
}
