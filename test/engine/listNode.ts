import type { INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { lox24 } from '../../nodes/Lox24/service';
import { createExchange } from '../../nodes/shared/exchange/exchange';
import { asLoaded } from './run';

const forLists: INodeProperties['displayOptions'] = { show: { operation: ['getAll'] } };

/** A node with the lists and the delete that the next resources bring, on the same `exchange`. */
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
		requestOperations: { pagination: createExchange(lox24) },
		properties: [
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
			},
			{
				displayName: 'Accept',
				name: 'accept',
				type: 'string',
				default: 'application/ld+json',
				routing: { request: { headers: { Accept: '={{ $value }}' } } },
			},
			{
				displayName: 'Group',
				name: 'groupId',
				type: 'string',
				default: '7116',
				displayOptions: { show: { operation: ['delete'] } },
			},
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
		],
	};
}

export const listNode = asLoaded(new ListNode());
