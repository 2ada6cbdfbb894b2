import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isObject } from '../../shared/response/response';
import { editorReader } from '../../shared/send/editor';
import { JSON_LD, membersOf, viewOf } from './jsonLd';
import { noList } from './readList';
import { lox24 } from './service';

/** Reads something for the editor, such as the columns of a group. */
export const ask = editorReader(lox24, JSON_LD);

/** Reads one page of a list for the editor, as JSON-LD or as a bare array. */
export async function askList(
	this: ILoadOptionsFunctions,
	path: string,
	page: number,
	query: IDataObject = {},
): Promise<{ entries: IDataObject[]; hasNext: boolean }> {
	const body = await ask.call(this, path, page > 1 ? { page, ...query } : query);
	const entries: unknown = Array.isArray(body) ? body : membersOf(body);
	if (entries === undefined && body !== undefined) {
		const { message, description } = noList();
		throw new NodeOperationError(this.getNode(), message, { description });
	}
	return {
		entries: Object.values(entries ?? {}).filter(isObject),
		hasNext: viewOf(body)?.next !== undefined,
	};
}
