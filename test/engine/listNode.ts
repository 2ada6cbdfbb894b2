import type { INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { lox24 } from '../../nodes/Lox24/api/service';
import { options as sharedOptions } from '../../nodes/shared/description/fields';
import { operationsOf } from '../../nodes/shared/request/operations';
import { asLoaded } from './run';

const forLists: INodeProperties['displayOptions'] = { show: { operation: ['getAll'] } };

const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Group', value: 'group' }],
		default: 'group',
		routing: { send: { paginate: true } },
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				routing: { request: { method: 'GET', url: '/groups' } },
			},
			{
				name: 'Delete',
				value: 'delete',
				routing: { request: { method: 'DELETE', url: '/groups/{groupId}' } },
			},
		],
		default: 'getAll',
		displayOptions: { show: { resource: ['group'] } },
	},
	{
		displayName: 'Accept',
		name: 'accept',
		type: 'options',
		default: 'application/ld+json',
		options: ['application/ld+json', 'application/json'].map((accept) => ({
			name: accept,
			value: accept,
			routing: { request: { headers: { Accept: accept } } },
		})),
	},
	{
		displayName: 'Group',
		name: 'groupId',
		type: 'string',
		default: '7116',
		displayOptions: { show: { operation: ['delete'] } },
	},
	{ ...sharedOptions },
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		displayOptions: forLists,
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		default: 50,
		displayOptions: forLists,
	},
];

const { customOperations, pagination } = operationsOf(lox24, properties);

/** A node with a list and a delete, whose form of response can be chosen. */
class ListNode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'List Node',
		name: 'listNode',
		group: ['output'],
		version: 1,
		description: '',
		defaults: { name: 'List Node' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'lox24Api', required: true }],
		requestDefaults: { baseURL: '={{ $credentials.baseUrl }}' },
		requestOperations: { pagination },
		properties,
	};

	customOperations = customOperations;
}

export const listNode = asLoaded(new ListNode());
