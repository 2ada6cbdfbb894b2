import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { createExchange } from '../shared/exchange';
import { createPhoneBatch } from './methods/createPhoneBatch';
import { getPhoneColumns } from './methods/getPhoneColumns';
import { searchBulks, searchCampaigns, searchGroups } from './methods/listSearch';
import { resources } from './resources';
import { lox24 } from './service';

export class Lox24 implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LOX24',
		name: 'lox24',
		icon: { light: 'file:../../icons/lox24.svg', dark: 'file:../../icons/lox24.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Send SMS, one-time codes and bulks, and keep contact groups with the LOX24 SMS gateway',
		defaults: { name: 'LOX24' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'lox24Api', required: true }],
		requestDefaults: {
			baseURL: '={{ $credentials.baseUrl }}',
			headers: { Accept: 'application/json' },
		},
		// With `paginate` on the `resource` property this function wraps every request.
		requestOperations: { pagination: createExchange(lox24) },
		properties: resources,
	};

	methods = {
		listSearch: { searchBulks, searchCampaigns, searchGroups },
		resourceMapping: { getPhoneColumns },
	};

	customOperations = {
		phone: { createBatch: createPhoneBatch },
	};
}
