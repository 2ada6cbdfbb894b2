import { listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { userId } from '../../fields/extension';
import { listFilters } from '../../fields/listFilters';
import { queue } from './fields';
import { withStatusName } from './responses';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many queue agents and their status',
	description: 'Get the agents of a queue and their status',
	routing: {
		request: { method: 'GET', url: '/extensions/{userId}/{extension}/queue/agents' },
		output: { postReceive: [withStatusName] },
	},
	fields: [
		userId,
		queue,
		...listFields,
		listFilters({
			filterBy: [
				{ name: 'Agent Number', value: 'agentNumber' },
				{ name: 'Queue', value: 'queue' },
				{ name: 'Status', value: 'status' },
			],
			filterOps: ['contains', 'equals', 'present', 'startsWith'],
			fields: ['agentNumber', 'identifier', 'links', 'queue', 'status', 'type'],
			orderedBy: 'status',
		}),
		options,
	],
};
