import type { IDataObject } from 'n8n-workflow';

import { inWords } from '../../shared/description/simplify';
import { callStatuses, dispositions, flows } from '../codes';

const TABLES = { status: callStatuses, flow: flows, disposition: dispositions };

/**
 * A party of a call or a leg of a call record, with its codes in words beside them. Its numbers are
 * a list in the one and a text in the other. What newer versions add is kept.
 */
export function simpleLeg(leg: IDataObject): IDataObject {
	const simple: IDataObject = {};
	for (const [field, value] of Object.entries(leg)) {
		const isNumbers = field === 'source' || field === 'destination';
		simple[field] = isNumbers ? [value].flat().filter(Boolean).join(', ') : value;
		const table = Object.hasOwn(TABLES, field) && TABLES[field as keyof typeof TABLES];
		if (table) simple[`${field}Name`] = inWords(value, table);
	}
	return simple;
}
