import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { joined } from '../shared/description/joined';
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

// One request for several input items.
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
			'Send SMS, one-time codes and bulks, and manage contact groups with the LOX24 SMS gateway',
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
		properties: joined([...resources, requestOptionsField]),
		webhooks: resumeWebhooks,
		hints: [
			{
				message:
					'Send and Wait for Response takes one item at a time. Put a Loop Over Items node in front of this one.',
				type: 'warning',
				location: 'outputPane',
				whenToDisplay: 'beforeExecution',
				displayCondition:
					'={{ $parameter.operation === "sendAndWait" && $input.all().length > 1 }}',
			},
			{
				message:
					'Create sends one request for each phone. Create Batch adds a hundred per request.',
				location: 'outputPane',
				whenToDisplay: 'beforeExecution',
				displayCondition:
					'={{ $parameter.resource === "phone" && $parameter.operation === "create" && $input.all().length > 20 }}',
			},
		],
		// One-time codes. n8n 2.41 could hide them in executions, but does not do so yet.
		sensitiveOutputFields: ['code'],
		builderHint: {
			searchHint:
				'SMS, voice messages, one-time codes, bulk messages and contact groups. One text to many numbers: resource bulk. Many phones into a group: create the group, then phone createBatch. Ask a person by SMS and wait for the response: sms sendAndWait, one item at a time. Phone numbers have + and the country code.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-lox24-voipnow.lox24Trigger',
					relationHint: 'Starts a workflow on received SMS and delivery reports, by webhook',
				},
				{
					nodeType: 'n8n-nodes-lox24-voipnow.lox24PollingTrigger',
					relationHint: 'The same without an address that LOX24 can reach',
				},
			],
		},
		waitingNodeTooltip:
			'The execution continues when somebody responds on the page that the SMS links to',
	};

	methods = {
		listSearch: { searchBulks, searchCampaigns, searchGroups, searchPhones },
		loadOptions: { getGroups },
		resourceMapping: { getPhoneColumns },
	};

	customOperations = customOperations;

	webhook = respond;
}
