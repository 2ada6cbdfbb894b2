import { inBody, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { agentStatuses } from '../../codes';
import { userId } from '../../fields/extension';
import { agent, queue } from './fields';
import { updatedAgent } from './responses';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Log a queue agent in or out or pause them',
	description: 'Log an agent of a queue in or out, or pause them',
	routing: {
		request: { method: 'PUT', url: '/extensions/{userId}/{extension}/queue/agents/{agent}' },
		output: { postReceive: [updatedAgent] },
	},
	fields: [
		userId,
		queue,
		agent,
		inBody(
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				required: true,
				options: agentStatuses,
				default: '1',
				description: "The agent's new status",
			},
			'status',
		),
		options,
	],
};
