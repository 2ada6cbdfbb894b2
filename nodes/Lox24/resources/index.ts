import type { INodeProperties } from 'n8n-workflow';

import { bulk } from './bulk';
import { phone } from './phone';
import { sms } from './sms';

/** All resources with their operations and fields, in the order of the editor. */
export const resources: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Bulk', value: 'bulk', description: 'One text to many recipients' },
			{ name: 'Phone', value: 'phone', description: 'An entry in a contact group' },
			{ name: 'SMS', value: 'sms', description: 'A single text message' },
		],
		default: 'sms',
		// Sends every request of every operation through `exchange` (see Lox24.node.ts).
		routing: { send: { paginate: true } },
	},
	...bulk,
	...phone,
	...sms,
];
