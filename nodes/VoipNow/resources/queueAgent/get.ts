import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { userId } from '../../fields/extension';
import { agent, queue } from './fields';
import { oneAgent } from './responses';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get the status of a queue agent',
	description: 'Get the status of one agent of a queue',
	routing: {
		request: { method: 'GET', url: '/extensions/{userId}/{extension}/queue/agents/{agent}' },
		output: { postReceive: [oneAgent] },
	},
	fields: [userId, queue, agent, options],
};
