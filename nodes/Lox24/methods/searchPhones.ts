import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { askList } from '../api/ask';
import { digitsOf } from '../api/lookUp';

/** Entries that the editor gets per request. */
const PAGE_SIZE = 50;

/** Requests for one page of results, even if nothing was found yet: the editor asks for more. */
const MAX_REQUESTS = 10;

/** Where the search goes on. LOX24 lists entries by group only, and may give all at once. */
interface Place {
	/** Page of the list of groups, and the group on it. */
	groupsPage: number;
	group: number;
	/** Page of the group's entries, and the entry on it. */
	page: number;
	entry: number;
}

/**
 * Entries of all contact groups, one group after the other.
 *
 * @param filter part of the number, however it is written, or of what stands beside it
 * @param paginationToken from the page before
 */
export async function searchPhones(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const matches = matcher(filter);
	const results: INodeListSearchResult['results'] = [];
	let place: Place | undefined = fromToken(paginationToken);
	let requests = 0;
	const read = async (path: string, page: number) => {
		requests++;
		// The entries of a group have no documented pages.
		return await askList.call(this, path, page);
	};
	let groupsPage = await read('/groups', place.groupsPage);

	while (place && results.length === 0 && requests < MAX_REQUESTS) {
		const group: IDataObject | undefined = groupsPage.entries[place.group];
		if (!group) {
			place = groupsPage.hasNext ? startOf(place.groupsPage + 1, 0) : undefined;
			if (place) groupsPage = await read('/groups', place.groupsPage);
			continue;
		}
		const nextGroup = startOf(place.groupsPage, place.group + 1);
		if (group.count_items === 0) {
			place = nextGroup;
			continue;
		}
		const { entries, hasNext } = await read(`/groups/${Number(group.id)}/phones`, place.page);
		let { entry } = place;
		for (; entry < entries.length && results.length < PAGE_SIZE; entry++) {
			const name = nameOf(entries[entry], group);
			if (matches(name)) results.push({ name, value: String(entries[entry].id) });
		}
		if (entry < entries.length) place = { ...place, entry };
		else place = hasNext ? { ...place, page: place.page + 1, entry: 0 } : nextGroup;
	}
	return { results, paginationToken: place && toToken(place) };
}

/** `+4915112345678 Ms. Smith (Newsletter)` */
function nameOf({ phone, a, b }: IDataObject, group: IDataObject): string {
	const beside = [a, b].filter(Boolean).map((text) => String(text).trim());
	return [phone, ...beside, `(${String(group.name)})`].join(' ').slice(0, 100);
}

/** Numbers are compared without blanks and brackets, so `0049 151` finds `+49151...`. */
function matcher(filter = ''): (name: string) => boolean {
	const wanted = filter.toLowerCase();
	const number = digitsOf(filter).replace(/^00/, '');
	return (name) =>
		name.toLowerCase().includes(wanted) || (number !== '' && digitsOf(name).includes(number));
}

function startOf(groupsPage: number, group: number): Place {
	return { groupsPage, group, page: 1, entry: 0 };
}

function toToken({ groupsPage, group, page, entry }: Place): string {
	return [groupsPage, group, page, entry].join(' ');
}

function fromToken(token?: string): Place {
	if (!token) return startOf(1, 0);
	const [groupsPage, group, page, entry] = token.split(' ').map(Number);
	return { groupsPage, group, page, entry };
}
