import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { declaredOperations } from '../shared/operation/declaredOperations';
import { createExchange } from '../shared/exchange/exchange';
import { createPhoneBatch } from './methods/createPhoneBatch';
import { getGroups } from './methods/getGroups';
import { getPhoneColumns } from './methods/getPhoneColumns';
import { searchBulks, searchCampaigns, searchGroups } from './methods/listSearch';
import { searchPhones } from './methods/searchPhones';
import { sendBulks } from './methods/sendBulks';
import { resources } from './resources';
import { create, createFields } from './resources/bulk/create';
import { dryRun, dryRunFields } from './resources/bulk/dryRun';
import { lox24 } from './service';

const exchange = createExchange(lox24);

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
		requestOperations: { pagination: exchange },
		properties: resources,
	};

	methods = {
		listSearch: { searchBulks, searchCampaigns, searchGroups, searchPhones },
		loadOptions: { getGroups },
		resourceMapping: { getPhoneColumns },
	};

	// One request holds what several input items give; all other operations are declarative.
	customOperations = declaredOperations(this.description, lox24, exchange, {
		bulk: { create: sendBulks(create, createFields), dryRun: sendBulks(dryRun, dryRunFields) },
		phone: { createBatch: createPhoneBatch },
	});
}
