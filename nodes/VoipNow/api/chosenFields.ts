import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { isObject } from '../../shared/response/response';
import { without } from '../../shared/without';
import { isCallReports } from './narrow';

/** Fields that identify, order and date call records. */
const NEEDED = ['id', 'published', 'answered'];

/**
 * Where only some fields of call records are asked for, asks for those as well that a list in
 * several parts is put together by.
 *
 * @returns the request, and what takes the added fields away again, apart from the ID, by which
 * VoipNow keeps the records; nothing when there is nothing to add
 */
export function completeRecords(
	request: IHttpRequestOptions,
): { request: IHttpRequestOptions; withoutAdded: (entry: unknown) => unknown } | undefined {
	const query = (request.qs ?? {}) as IDataObject;
	const given = typeof query.fields === 'string' ? query.fields : '';
	const chosen = given.split(',').map((field) => field.trim());
	const added = NEEDED.filter((field) => !chosen.includes(field));
	if (!isCallReports(request) || given === '' || added.length === 0) return undefined;
	const taken = added.filter((field) => field !== 'id');
	const isWhole = chosen.includes('phoneCallView');
	return {
		request: { ...request, qs: { ...query, fields: [...chosen, ...added].join(',') } },
		withoutAdded(entry) {
			if (!isObject(entry)) return entry;
			const record = without(entry, taken);
			// Legs have their own ID and time of answer.
			if (isWhole || !Array.isArray(record.phoneCallView)) return record;
			const legs = (record.phoneCallView as unknown[]).filter(isObject);
			return { ...record, phoneCallView: legs.map((leg) => without(leg, added)) };
		},
	};
}
