import type { INodeProperties } from 'n8n-workflow';

import { phoneCallEvent } from './phoneCallEvent';

/** All resources with their operations and fields, in the order of the editor. */
export const resources: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		options: [{ name: 'Access Token', value: 'accessToken' }],
		default: 'accessToken',
	},
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Phone Call Event',
				value: 'phoneCallEvent',
				description: 'An address that VoipNow calls when a phone call begins, is answered or ends',
			},
		],
		default: 'phoneCallEvent',
		// Sends every request of every operation through `exchange` (see VoipNow.node.ts).
		routing: { send: { paginate: true } },
	},
	...phoneCallEvent,
];
