import type { IDataObject } from 'n8n-workflow';

import { notAnEntry, prepared } from '../../../shared/input/badInput';
import { clockTime } from '../../../shared/input/time';
import { isObject } from '../../../shared/response/response';
import { fillPhone } from '../../batch/phoneRows';

/** LOX24 documents this one time as text (docs/api/lox24.md, "Groups"). */
const DATE_TIME = "yyyy-MM-dd'T'HH:mm:ssZZ";

/**
 * The first entries of a group, checked like those of Create Batch. They go out as a list, as the
 * newer pages have it; version 2.20 shows an object with any keys (docs/api/lox24.md, "Groups").
 */
export const firstPhones = prepared(function ({ body }) {
	const fields = body as IDataObject;
	if (fields.phones === undefined) return;
	const { entries = [] } = fields.phones as { entries?: unknown };
	fields.phones = [entries].flat().map((entry) => {
		if (!isObject(entry)) throw notAnEntry(entry, 'Phones');
		const phone: IDataObject = {};
		fillPhone(phone, entry, this);
		return phone;
	});
});

/** When a group is to be removed, with the offset of the workflow's time zone. */
export const removalTime = clockTime(DATE_TIME, { isEnd: true });
