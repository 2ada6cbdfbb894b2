import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { oneAgent } from '../../methods/agentAnswers';
import { userId } from '../extension';
import { agent, queue } from './fields';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a queue agent',
	description: 'Get the status of one agent of a queue',
	routing: {
		request: { method: 'GET', url: '/extensions/{userId}/{extension}/queue/agents/{agent}' },
		output: { postReceive: [oneAgent] },
	},
};

const displayOptions = showFor('queueAgent', 'get');

export const getFields: INodeProperties[] = [
	{ ...userId, displayOptions },
	{ ...queue, displayOptions },
	{ ...agent, displayOptions },
	{ ...options, displayOptions },
];
