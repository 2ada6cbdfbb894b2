import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { askList } from '../api/ask';
import { nameOfGroup } from './listSearch';

/** Nobody picks from a list with more pages than this. */
const MAX_PAGES = 50;

/** All contact groups of the account, for a field that takes several of them. */
export async function getGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const groups: INodePropertyOptions[] = [];
	for (let page = 1; page <= MAX_PAGES; page++) {
		const { entries, hasNext } = await askList.call(this, '/groups', page);
		for (const group of entries) {
			groups.push({ name: nameOfGroup(group), value: Number(group.id) });
		}
		if (!hasNext) break;
	}
	return groups.sort((one, other) => one.name.localeCompare(other.name));
}
