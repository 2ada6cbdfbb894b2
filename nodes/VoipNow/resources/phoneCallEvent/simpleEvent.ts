import type { IDataObject } from 'n8n-workflow';

import { inWords } from '../../../shared/description/simplify';
import { without } from '../../../shared/without';
import { eventMethods, eventStatuses, eventTypes } from '../../codes';
import { keepChosen } from '../../fields/keepChosen';

const TABLES = { type: eventTypes, method: eventMethods, status: eventStatuses };

/** An event without its link; codes also in words. */
export const simpleEvent = keepChosen((event) => {
	const simple: IDataObject = {};
	for (const [field, value] of Object.entries(without(event, ['links']))) {
		simple[field] = value;
		const table = Object.hasOwn(TABLES, field) && TABLES[field as keyof typeof TABLES];
		if (table) simple[`${field}Name`] = inWords(value, table);
	}
	return simple;
});
