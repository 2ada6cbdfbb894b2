import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { askList } from '../api/ask';

/** One entry of a list in the editor. */
type ToChoice = (entry: IDataObject) => { name: string; value: string };

/** Requests for one search of the editor, which asks for more when somebody scrolls. */
const MAX_REQUESTS = 10;

/**
 * Contact groups, with their number of entries. LOX24 has no search over their names, so the
 * list is read on until something fits.
 */
export async function searchGroups(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter?.toLowerCase() ?? '';
	let token = paginationToken;
	for (let requests = 0; requests < MAX_REQUESTS; requests++) {
		const { choices, next } = await readPage.call(this, '/groups', toGroupChoice, token);
		const results = choices.filter(({ name }) => name.toLowerCase().includes(wanted));
		if (results.length > 0 || next === undefined) return { results, paginationToken: next };
		token = next;
	}
	return { results: [], paginationToken: token };
}

const toGroupChoice: ToChoice = (group) => ({
	name: nameOfGroup(group),
	value: String(group.id),
});

export function nameOfGroup({ name, count_items: count }: IDataObject): string {
	return count === undefined ? String(name) : `${String(name)} (${String(count)})`;
}

/** Bulks by creation time and beginning of the text; searched by their whole text. */
export const searchBulks = searchBy('text', '/bulks', ({ uuid, text, created_at: createdAt }) => ({
	name: `${toDate(createdAt)} ${String(text ?? uuid).slice(0, 60)}`,
	value: String(uuid),
}));

/** Short-link campaigns by name. */
export const searchCampaigns = searchBy('name', '/short_link_campaigns', ({ id, name }) => ({
	name: `${String(name)} (${String(id)})`,
	value: String(id),
}));

/**
 * A list for a resource locator that LOX24 searches itself.
 *
 * @param wireName of the filter for a part of a field, the one that Get Many has too
 */
function searchBy(wireName: string, path: string, toChoice: ToChoice) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const query = filter ? { [wireName]: filter } : {};
		const { choices, next } = await readPage.call(this, path, toChoice, paginationToken, query);
		return { results: choices, paginationToken: next };
	};
}

/** @param token number of the page, as the response before gave it */
async function readPage(
	this: ILoadOptionsFunctions,
	path: string,
	toChoice: ToChoice,
	token = '1',
	query: IDataObject = {},
) {
	const page = Number(token);
	const { entries, hasNext } = await askList.call(this, path, page, query);
	return { choices: entries.map(toChoice), next: hasNext ? String(page + 1) : undefined };
}

/** @param seconds unix time */
function toDate(seconds: unknown): string {
	return typeof seconds === 'number' ? new Date(seconds * 1000).toISOString().slice(0, 10) : '';
}
