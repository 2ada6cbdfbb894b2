import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { type HttpResponse, isObject } from '../../shared/response/response';
import { type Failure, toErrorItem } from '../../shared/response/failure';
import { REFUSED } from '../../shared/send/judge';
import type { Run } from '../../shared/send/run';
import { explain } from '../api/explain';
import { membersOf, withoutAtKeys } from '../api/jsonLd';
import type { PhoneRow } from './phoneRows';

/** The result for one phone: the service's, or that the request had none. */
export type RowResult = { status: number; body: unknown } | { failure: Failure };

/**
 * Takes the response to a batch apart. It is 201 although single phones were refused, and the
 * container is not certain: an array, an object with numeric keys, or either of them under
 * `hydra:member` or `member` (docs/api/lox24.md, "Phones").
 *
 * The results are expected in the order of the rows, or under their places; those that name their phone are paired by it,
 * because what belongs to whom must not depend on an order that is not documented.
 *
 * @returns one result for each row, in their order
 */
export function readResults(response: HttpResponse, rows: PhoneRow[]): RowResult[] {
	const { entries, isKeyed } = placesOf(response.body, rows.length);
	const found = new Map<number, unknown>();
	const left: Array<[place: number, entry: unknown]> = [];
	let isReordered = false;
	for (const [index, entry] of entries) {
		const phone = phoneIn(entry);
		const isOwn = phone === undefined || rows[index]?.phone.phone === phone;
		const at = isOwn
			? index
			: rows.findIndex((row, place) => row.phone.phone === phone && !found.has(place));
		isReordered ||= !isOwn;
		if (phone !== undefined && at >= 0) found.set(at, entry);
		else left.push([index, entry]);
	}
	const open = rows.map((_row, index) => index).filter((index) => !found.has(index));
	// Without a phone, only the position counts, or that all remaining ones were refused alike.
	const isClear =
		!isReordered || left.every(([, entry]) => isObject(entry) && Number(entry.status) >= 400);
	if (isKeyed && !isReordered) {
		for (const [place, entry] of left) if (!found.has(place)) found.set(place, entry);
	} else if (isClear && left.length === open.length) {
		open.forEach((at, index) => found.set(at, left[index][1]));
	}
	return rows.map((_row, index) => {
		const entry = found.get(index);
		if (!isObject(entry)) return { failure: noResult(response) };
		if (entry.status === undefined && entry.id === undefined)
			return { failure: noResult(response) };
		if (entry.status === undefined) return { status: response.status, body: entry };
		const status = Number(entry.status);
		const isClear = (status >= 200 && status < 300) || REFUSED.has(status);
		return isClear ? { status, body: entry.body } : { failure: noResult({ ...response, status }) };
	});
}

/** The phone number of a result, if it has one. */
function phoneIn(entry: unknown): string | undefined {
	const body = isObject(entry) && isObject(entry.body) ? entry.body : entry;
	return isObject(body) && typeof body.phone === 'string' ? body.phone : undefined;
}

/**
 * The entries with the place of their row. The keys of an object are places, also where some are
 * missing; unless they cannot be, because there are fewer rows.
 */
function placesOf(
	body: unknown,
	rows: number,
): { entries: Array<[place: number, entry: unknown]>; isKeyed: boolean } {
	const members = membersOf(body);
	if (members !== undefined) return placesOf(members, rows);
	if (Array.isArray(body)) return { entries: [...body.entries()], isKeyed: false };
	// JavaScript keeps integer keys in ascending order, which is the order of the rows.
	const keyed = Object.entries(isObject(body) ? body : {}).filter(([key]) => /^\d+$/.test(key));
	const last = Number(keyed.at(-1)?.[0]);
	// A key equal to the number of rows shows that they are counted from 1.
	const first = last === rows && !(isObject(body) && '0' in body) ? 1 : 0;
	if (last - first >= rows) {
		return { entries: keyed.map(([, entry], index) => [index, entry]), isKeyed: false };
	}
	return { entries: keyed.map(([key, entry]) => [Number(key) - first, entry]), isKeyed: true };
}

function noResult({ status }: HttpResponse): Failure {
	return {
		message: 'LOX24 accepted the request but returned no result for this phone',
		description: 'It may have been added. Check the group before you add it again.',
		status,
		effect: 'unknown',
	};
}

/**
 * @returns the output item of a phone. One that was refused inside an accepted batch is a normal
 * result with `success: false`, unless the user wants such items on the error output.
 */
export function toItem(
	{ properties }: Pick<Run, 'properties'>,
	node: INode,
	row: PhoneRow,
	result: RowResult,
): INodeExecutionData {
	const { itemIndex, phone: sent } = row;
	const isToErrorOutput = node.onError === 'continueErrorOutput';
	const toError = (failure: Failure) => {
		const details = { ...failure.details, sent };
		return toErrorItem({ ...failure, details }, itemIndex, isToErrorOutput);
	};
	if ('failure' in result) return toError(result.failure);
	const { status, body } = result;
	if (status >= 200 && status < 300) {
		return { json: { success: true, status, ...(isObject(body) ? withoutAtKeys(body) : sent) } };
	}
	const asked = { method: 'POST', path: `/groups/${row.groupId}/phones/batch`, properties };
	const { message, description, details } = explain({ status, headers: {}, body }, asked);
	if (isToErrorOutput) return toError({ message, description, status, effect: 'none', details });
	return { json: { success: false, status, ...sent, message, ...(details as IDataObject) } };
}
