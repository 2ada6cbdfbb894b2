import type { INodeProperties } from 'n8n-workflow';

import { extension } from '../../fields/extension';
import { locator } from '../../fields/locator';

export const queue: INodeProperties = {
	...extension,
	displayName: 'Queue Extension',
	placeholder: 'e.g. 0003*300',
	description: 'Number of the queue, in its extended (0003*300) or short form (300)',
};

export const agent: INodeProperties = {
	...locator({
		displayName: 'Agent',
		name: 'agent',
		searchListMethod: 'searchQueueAgents',
		pattern: /^[0-9*+]{1,64}$/,
		hint: 'An agent has digits with "*" or "+"',
		placeholder: 'e.g. 0003*210',
	}),
	description: 'Extension number of a local agent, or the ID of a remote agent',
};
