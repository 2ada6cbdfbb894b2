import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/fields';
import { cancelledCount } from '../../methods/cancelledCount';
import { requireFilter } from '../../methods/requireFilter';
import { smsFilters } from './filters';

export const batchCancel: INodePropertyOptions = {
	name: 'Batch Cancel',
	value: 'batchCancel',
	action: 'Cancel a batch of SMS',
	description:
		'Stop every SMS that is not sent yet and matches all filters. Scheduled ones can be stopped reliably, others only within seconds.',
	routing: {
		request: { method: 'POST', url: '/sms/ops/batch_cancel' },
		output: { postReceive: [cancelledCount] },
	},
};

const displayOptions = showFor('sms', 'batchCancel');

export const batchCancelFields: INodeProperties[] = [
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
					'Whether to go ahead without any filter, which stops every SMS of the account that is not sent yet',
			},
			...(options.options as INodeProperties[]),
		],
	},
];
