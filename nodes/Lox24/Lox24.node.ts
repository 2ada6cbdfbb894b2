import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { requestOptionsField } from '../shared/description/requestOptions';
import { operationsOf } from '../shared/request/operations';
import { lox24 } from './api/service';
import { bulks } from './batch/bulks';
import { phones } from './batch/phones';
import { getGroups } from './methods/getGroups';
import { getPhoneColumns } from './methods/getPhoneColumns';
import { searchBulks, searchCampaigns, searchGroups } from './methods/listSearch';
import { searchPhones } from './methods/searchPhones';
import { resources } from './resources';
import { respond, resumeWebhooks } from './wait/respond';
import { sendAndWait } from './wait/sendAndWait';

// One request holds what several input items give.
const { customOperations, pagination } = operationsOf(lox24, resources, {
	bulk: { create: bulks, dryRun: bulks },
	phone: { createBatch: phones },
	sms: { sendAndWait },
});

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
		requestOperations: { pagination },
		properties: [...resources, requestOptionsField],
		webhooks: resumeWebhooks,
		waitingNodeTooltip:
			'The execution goes on as soon as somebody responds on the page behind the link in the SMS',
	};

	methods = {
		listSearch: { searchBulks, searchCampaigns, searchGroups, searchPhones },
		loadOptions: { getGroups },
		resourceMapping: { getPhoneColumns },
	};

	customOperations = customOperations;

	webhook = respond;
}
