import type { INodeProperties } from 'n8n-workflow';

import { authentication } from '../fields/authentication';
import { cdr } from './cdr';
import { fax } from './fax';
import { phoneCall } from './phoneCall';
import { phoneCallEvent } from './phoneCallEvent';
import { presence } from './presence';
import { queueAgent } from './queueAgent';

/** All resources with their operations and fields, in the order of the editor. */
export const resources: INodeProperties[] = [
	authentication,
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Call Report',
				value: 'cdr',
				description: 'Past calls and their number',
			},
			{ name: 'Fax', value: 'fax', description: 'Files sent to fax numbers' },
			{
				name: 'Phone Call',
				value: 'phoneCall',
				description: 'Make a call, or act on one in progress',
			},
			{
				name: 'Phone Call Event',
				value: 'phoneCallEvent',
				description: 'A URL that VoipNow calls when a phone call begins, is answered or ends',
			},
			{
				name: 'Presence',
				value: 'presence',
				description: 'Which extensions are registered, free, ringing or busy',
			},
			{
				name: 'Queue Agent',
				value: 'queueAgent',
				description: 'Somebody who takes the calls of a queue',
			},
		],
		default: 'phoneCall',
		// Sends every request of every operation the way of `operationsOf` (see VoipNow.node.ts).
		routing: { send: { paginate: true } },
	},
	...cdr,
	...fax,
	...phoneCall,
	...phoneCallEvent,
	...presence,
	...queueAgent,
];
