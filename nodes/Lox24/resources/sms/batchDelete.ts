import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/fields';
import { requireFilter } from '../../methods/requireFilter';
import { smsFilters } from './filters';

export const batchDelete: INodePropertyOptions = {
	name: 'Batch Delete',
	value: 'batchDelete',
	action: 'Delete a batch of SMS',
	description:
		'Delete the records of all messages that match all filters. They disappear from the itemised bill as well, so the bill cannot be questioned afterwards.',
	routing: { request: { method: 'POST', url: '/sms/ops/batch_delete' } },
};

const displayOptions = showFor('sms', 'batchDelete');

export const batchDeleteFields: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		description:
			'An SMS has to match all of them. Text, number, sender and IP match parts, so they can hit more than intended.',
		displayOptions,
		options: smsFilters,
		routing: { send: { preSend: [requireFilter('Apply To All Messages')] } },
	},
	{
		...options,
		displayOptions,
		options: [
			{
				displayName: 'Apply To All Messages',
				name: 'applyToAllMessages',
				type: 'boolean',
				default: false,
				description:
					'Whether to go ahead without any filter, which deletes every SMS of the account',
			},
			...(options.options as INodeProperties[]),
		],
	},
];
