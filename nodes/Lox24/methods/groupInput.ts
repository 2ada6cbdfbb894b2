import type { IDataObject } from 'n8n-workflow';

import { prepared } from '../../shared/input/badInput';
import { isEmpty } from '../../shared/input/query';
import { clockTime } from '../../shared/input/time';
import { fillPhone } from '../batch/phoneRows';

/** LOX24 documents this one time as text (reference, section 6, groups). */
const DATE_TIME = "yyyy-MM-dd'T'HH:mm:ssZZ";

/**
 * The first entries of a group, checked like those of Create Batch. They go out as a list, as the
 * newer pages have it; version 2.20 shows an object with any keys (reference, section 8.5).
 */
export const firstPhones = prepared(({ body }) => {
	const fields = body as IDataObject;
	const { entries = [] } = (fields.phones ?? {}) as { entries?: IDataObject[] };
	fields.phones = entries.map((entry) => {
		const phone: IDataObject = {};
		fillPhone(phone, entry);
		return phone;
	});
});

/** When a group is to be removed, with the offset of the workflow's time zone. */
export const removalTime = prepared(function ({ body }) {
	const fields = body as IDataObject;
	if (isEmpty(fields.deleted_at)) return;
	fields.deleted_at = clockTime(fields.deleted_at, this.getTimezone(), DATE_TIME, 'Delete At');
});
