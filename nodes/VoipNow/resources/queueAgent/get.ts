import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { oneAgent } from '../../methods/agentAnswers';
import { userId } from '../extension';
import { agent, queue } from './fields';

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
