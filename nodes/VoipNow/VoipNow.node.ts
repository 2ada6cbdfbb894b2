import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { declaredOperations } from '../shared/declaredOperations';
import { createExchange } from '../shared/exchange';
import { resources } from './resources';
import { voipNow } from './service';

const exchange = createExchange(voipNow);

export class VoipNow implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'VoipNow',
		name: 'voipNow',
		icon: { light: 'file:../../icons/voipNow.svg', dark: 'file:../../icons/voipNow.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Control the phone system VoipNow by 4PSA: events that phone calls set off',
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
		],
		requestDefaults: {
			// The scheme is needed here already: n8n compares host names before it sends.
			baseURL:
				'={{ $credentials.baseUrl.includes("://") ? $credentials.baseUrl : "https://" + $credentials.baseUrl }}',
			headers: { Accept: 'application/json' },
			skipSslCertificateValidation: '={{ $credentials.ignoreSSLIssues }}',
		},
		// With `paginate` on the `resource` property this function wraps every request.
		requestOperations: { pagination: exchange },
		properties: resources,
	};

	customOperations = declaredOperations(this.description, voipNow, exchange);
}
