import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, options, showFor } from '../../../shared/input/fields';
import { callAccount } from '../../methods/callAccount';
import { callParties } from '../../methods/callParties';
import { callPeriod } from '../../methods/callPeriod';
import { statisticsOf } from '../../methods/callStatistics';
import { account } from './fields';
import { cdrFilters } from './filters';

export const getStats: INodePropertyOptions = {
	name: 'Get Statistics',
	value: 'getStats',
	action: 'Get statistics of calls',
	description: 'Get how many calls came in and went out, and how they ended',
	routing: {
		request: { method: 'GET', url: '/cdr/stats/{userId}' },
		output: { postReceive: [statisticsOf] },
	},
};

const displayOptions = showFor('cdr', 'getStats');

export const getStatsFields: INodeProperties[] = [
	{
		...account,
		displayOptions,
		// There are no statistics without a number; the list of calls brings them along.
		routing: { send: { preSend: [callAccount('/cdr', { count: 1 })] } },
	},
	filterCollection(cdrFilters, displayOptions),
	{
		...options,
		displayOptions,
		routing: { send: { preSend: [callPeriod, callParties] } },
	},
];
