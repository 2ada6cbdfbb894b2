import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get the account',
	description: 'Get the profile of the account: balance, currency and services',
	routing: { request: { method: 'GET', url: '/me' } },
};

const displayOptions = showFor('account', 'get');

export const getFields: INodeProperties[] = [{ ...options, displayOptions }];
