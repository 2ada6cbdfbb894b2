import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { parseCsv, separatorOf, textOf } from '../../../shared/response/csv';
import { Refused } from '../../../shared/response/failure';
import { fileItem } from '../../fields/outputFile';

/** How the first line begins, and how it ends (docs/api/lox24.md, "Groups"). */
const FIRST = ['id', 'phone'];
const LETTERS = ['a', 'b', 'c', 'd', 'e'];
const LAST = 'callback_data';

/** n8n takes an item with the first one for a failure, and drops the others. */
const NO_NAMES = ['error', '__proto__', 'constructor', 'prototype'];

/** Turns the entries of a group, which come as CSV, into one item with a file or one for each. */
export async function groupCsv(
	this: IExecuteSingleFunctions,
	_items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	const content = Buffer.isBuffer(response.body) ? response.body : Buffer.alloc(0);
	const [titles, ...rows] = read(content, response);
	const output: unknown = this.getNodeParameter('output', 'file');
	if (output === 'items') return rows.map((row) => ({ json: toEntry(namesFor(titles), row) }));
	const id = String(this.getNodeParameter('groupId', '', { extractValue: true }));
	const file = { content, fileName: `group-${id}.csv`, mimeType: 'text/csv' };
	return [await fileItem(this, file, { id, entries: rows.length })];
}

function read(content: Buffer, { statusCode }: IN8nHttpFullResponse): string[][] {
	const text = textOf(content);
	const { rows, isComplete } = parseCsv(text, separatorOf(text));
	const isGroup = FIRST.every((name, index) => isSame(rows[0]?.[index], name));
	if (isGroup && isComplete) return rows;
	throw new Refused({
		...(isGroup
			? {
					message: 'The CSV file is incomplete',
					description: 'The end of it is missing. Try again.',
				}
			: {
					message: 'The response is not a CSV file with the entries of a group',
					description:
						'A proxy or a login page may be in between. Check the address in the credential, and try again.',
				}),
		status: statusCode,
		effect: 'none',
	});
}

function isSame(given: string | undefined, name: string): boolean {
	return given?.trim().toLowerCase() === name;
}

/**
 * The name of each value: its title, as everybody knows it, or the letter of the column where the
 * group gives it none and LOX24 writes `col_A`. A title that is taken gets the letter behind it.
 */
function namesFor(titles: string[]): string[] {
	const isUsual = titles.length === 8 && isSame(titles[7], LAST);
	const taken = new Set([...FIRST, ...(isUsual ? [LAST] : []), ...NO_NAMES]);
	return titles.map((title, index) => {
		if (index < FIRST.length) return FIRST[index];
		if (isUsual && index === 7) return LAST;
		const letter = isUsual ? LETTERS[index - 2] : String(index + 1);
		const isUntitled = title.trim() === '' || (isUsual && isSame(title, `col_${letter}`));
		const name = isUntitled ? letter : title;
		let own = name;
		while (taken.has(own)) own = `${own} (${letter})`;
		taken.add(own);
		return own;
	});
}

/** A value more than there are titles is not lost. */
function toEntry(names: string[], row: string[]): IDataObject {
	const length = Math.max(names.length, row.length);
	return Object.fromEntries(
		Array.from({ length }, (_, index) => [names[index] ?? `column ${index + 1}`, row[index] ?? '']),
	);
}
