import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { joined } from '../shared/description/joined';
import { operationsOf } from '../shared/request/operations';
import { searchPhoneCallEvents, searchQueueAgents } from './methods/listSearch';
import { searchPhoneCalls } from './methods/searchPhoneCalls';
import { resources } from './resources';
import { voipNow } from './api/service';

const { customOperations, pagination } = operationsOf(voipNow, resources);

export class VoipNow implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'VoipNow',
		name: 'voipNow',
		icon: { light: 'file:../../icons/voipNow.svg', dark: 'file:../../icons/voipNow.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Make and control phone calls, read call reports, presence and queues, and send faxes with VoipNow by 4PSA',
		defaults: { name: 'VoipNow' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'voipNowApi',
				required: true,
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
			{
				name: 'voipNowOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		requestDefaults: {
			// Needs the scheme already: n8n compares host names before it sends.
			baseURL:
				'={{ $credentials.baseUrl.includes("://") ? $credentials.baseUrl.trim() : "https://" + $credentials.baseUrl.trim() }}',
			headers: { Accept: 'application/json' },
			skipSslCertificateValidation: '={{ $credentials.ignoreSSLIssues }}',
		},
		// With `paginate` on the `resource` property this function wraps every request.
		requestOperations: { pagination },
		properties: joined(resources),
		// URLs of call events, protected only by their secret path.
		sensitiveOutputFields: ['url'],
		builderHint: {
			searchHint:
				'Phone calls, call reports, presence, queue agents and faxes of a VoipNow system. To act on a call (hold, transfer, hang up), get its ID with phoneCall getAll first. To start a workflow on calls, use the VoipNow Trigger instead of phoneCallEvent create: it registers itself.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-lox24-voipnow.voipNowTrigger',
					relationHint: 'Starts a workflow when an extension is called, calls or hangs up',
				},
			],
		},
	};

	methods = {
		listSearch: { searchPhoneCallEvents, searchPhoneCalls, searchQueueAgents },
	};

	customOperations = customOperations;
}
