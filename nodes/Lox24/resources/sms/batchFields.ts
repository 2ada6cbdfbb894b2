import type { INodeProperties } from 'n8n-workflow';

import { filterCollection, optionsWith } from '../../../shared/description/fields';
import { smsFilters } from './filters';
import { requireFilter } from './requireFilter';

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
