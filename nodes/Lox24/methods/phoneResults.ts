import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { type Answer, isObject } from '../../shared/answer/answer';
import { type Failure, toErrorItem } from '../../shared/answer/failure';
import { membersOf, withoutAtKeys } from '../../shared/answer/jsonLd';
import { lox24 } from '../service';
import type { PhoneRow } from './phoneRows';

/** What became of one phone: the service's word on it, or that its request had none. */
export type RowResult = { status: number; body: unknown } | { failure: Failure };

/**
 * Takes the answer of a batch apart. It is 201 although single phones were refused, and the
 * container is not certain: an array, an object with numeric keys, or either of them under
 * `hydra:member` or `member` (reference, section 8.2).
 *
 * @returns one result for each row, in their order
 */
export function readResults(answer: Answer, rows: PhoneRow[]): RowResult[] {
	const entries = listOf(answer.body);
	return rows.map((_row, index) => {
		const entry = entries[index];
		if (!isObject(entry)) return { failure: noResult(answer) };
		if (entry.status === undefined) return { status: answer.status, body: entry };
		return { status: Number(entry.status), body: entry.body };
	});
}

function listOf(body: unknown): unknown[] {
	if (Array.isArray(body)) return body;
	if (!isObject(body)) return [];
	const members = membersOf(body);
	if (members !== undefined) return listOf(members);
	// JavaScript keeps integer keys in ascending order, which is the order of the rows.
	return Object.entries(body)
		.filter(([key]) => /^\d+$/.test(key))
		.map(([, entry]) => entry);
}

function noResult(answer: Answer): Failure {
	return {
		message: 'LOX24 took the request but said nothing about this phone',
		description: 'It may have been added. Look into the group before you add it again.',
		status: answer.status,
		effect: 'unknown',
	};
}

/**
 * @returns the output item of a phone. One that was refused inside an accepted batch is a normal
 * result with `success: false`, unless the user wants such items on the error output.
 */
export function toItem(node: INode, row: PhoneRow, result: RowResult): INodeExecutionData {
	const sent = row.phone;
	if ('failure' in result) {
		const { failure } = result;
		return toErrorItem({ ...failure, details: { ...failure.details, sent } }, row.itemIndex);
	}
	const { status, body } = result;
	if (status >= 200 && status < 300) {
		const entry = isObject(body) ? withoutAtKeys(body) : sent;
		return { json: { success: true, status, ...entry }, pairedItem: { item: row.itemIndex } };
	}
	const answer = { status, headers: {}, body };
	const path = `/groups/${row.groupId}/phones/batch`;
	const { message, description, details } = lox24.explain(answer, { method: 'POST', path });
	if (node.onError === 'continueErrorOutput') {
		const failure: Failure = { message, description, status, effect: 'none', details };
		return toErrorItem({ ...failure, details: { ...details, sent } }, row.itemIndex);
	}
	return {
		json: { success: false, status, ...sent, message, ...(details as IDataObject) },
		pairedItem: { item: row.itemIndex },
	};
}
