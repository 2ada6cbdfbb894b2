import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyValue, options, showFor } from '../../../shared/input/fields';
import { agentStatuses } from '../../codes';
import { updatedAgent } from '../../methods/agentAnswers';
import { userId } from '../extension';
import { agent, queue } from './fields';

export const update: INodePropertyOptions = {
	name: 'Update',
	value: 'update',
	action: 'Update a queue agent',
	description: 'Log an agent of a queue in or out, or give them a pause',
	routing: {
		request: { method: 'PUT', url: '/extensions/{userId}/{extension}/queue/agents/{agent}' },
		output: { postReceive: [updatedAgent] },
	},
};

const displayOptions = showFor('queueAgent', 'update');

export const updateFields: INodeProperties[] = [
	{ ...userId, displayOptions },
	{ ...queue, displayOptions },
	{ ...agent, displayOptions },
	{
		...bodyValue(
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				required: true,
				options: agentStatuses,
				default: '1',
				description: 'What the agent is from now on',
			},
			'status',
		),
		displayOptions,
	},
	{ ...options, displayOptions },
];
