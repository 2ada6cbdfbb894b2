import { filterCollection, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { callAccount } from './account';
import { account } from './fields';
import { cdrFilters } from './filters';
import { callPeriod } from './period';
import { statisticsOf } from './statistics';

export const getStats: Operation = {
	name: 'Get Statistics',
	value: 'getStats',
	action: 'Count past phone calls by how they ended',
	description: 'Get the number of incoming and outgoing calls, and how they ended',
	routing: {
		request: { method: 'GET', url: '/cdr/stats/{userId}' },
		output: { postReceive: [statisticsOf] },
	},
	fields: [
		{
			...account,
			// Statistics need a number; the list of calls includes them.
			routing: { send: { preSend: [callAccount('/cdr', { count: 1 })] } },
		},
		filterCollection(cdrFilters),
		{
			...options,
			routing: { send: { preSend: [callPeriod] } },
		},
	],
};
