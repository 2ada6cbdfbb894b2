import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { filterCollection, optionsWith } from '../../../shared/description/fields';
import { BadInput, prepared } from '../../../shared/input/badInput';
import { isOn } from '../../../shared/input/kind';
import { isEmpty, toWireQuery } from '../../../shared/input/query';
import { smsFilters } from './filters';

const filters: INodeProperties = {
	...filterCollection(smsFilters),
	description:
		'An SMS has to match all of them. Text, number, sender and IP match parts, so they can match more than intended.',
	routing: { send: { preSend: [requireFilter('Apply To All Messages', smsFilters)] } },
};

/**
 * The fields of an operation on all messages that match.
 *
 * @param withoutFilter what happens without any filter, for the switch that allows it
 */
export function batchFields(withoutFilter: string): INodeProperties[] {
	return [
		filters,
		optionsWith([
			{
				displayName: 'Apply To All Messages',
				name: 'applyToAllMessages',
				type: 'boolean',
				default: false,
				description: `Whether to run without any filter, which ${withoutFilter}`,
			},
		]),
	];
}

/**
 * Refuses a batch operation without a filter, which would hit every message of the account, and one
 * with an empty filter among others, which would hit more messages than were meant.
 *
 * @param option display name of the option `applyToAllMessages`, for the message
 * @param fields the filters, for their names
 */
function requireFilter(option: string, fields: INodeProperties[]) {
	return prepared(function (request) {
		const filters = this.getNodeParameter('filters', {}) as IDataObject;
		const isNarrowed = Object.entries(toWireQuery(request.qs ?? {})).some(narrows);
		if (!isNarrowed && !isOn(this, 'options.applyToAllMessages', option)) {
			throw new BadInput(
				'No filter is set, so it would affect every message of the account',
				`Add at least one filter with a value, or turn on the option "${option}". Nothing was sent.`,
			);
		}
		const empty = Object.keys(filters).find((name) => isBlank(filters[name]));
		if (empty !== undefined) {
			throw new BadInput(
				`The filter ${fields.find(({ name }) => name === empty)?.displayName ?? empty} is empty, so it would affect more messages than intended`,
				'Give it a value or remove it. Nothing was sent.',
			);
		}
	});
}

/** Neither an order nor a range from 0 leaves anything out. */
function narrows([name, value]: [string, unknown]): boolean {
	return !name.startsWith('_order[') && !(name.endsWith('[gte]') && Number(value) === 0);
}

/** Whether nothing is left of a filter that would narrow, wherever in it the value belongs. */
function isBlank(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.values(value).every(isBlank);
	return isEmpty(value) || (typeof value === 'string' && !/[\p{L}\p{N}]/u.test(value));
}
