import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { originExpression } from '../nodes/VoipNow/api/address';

export class VoipNowApi implements ICredentialType {
	name = 'voipNowApi';

	displayName = 'VoipNow API';

	documentationUrl = 'https://wiki.4psa.com/VoipNow/Developer-Guide/UnifiedAPI-v5/';

	icon = { light: 'file:../icons/voipNow.svg', dark: 'file:../icons/voipNow.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Host',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://voipnow.example.com',
			description: 'Address of your VoipNow server, without a path',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'A token of the UnifiedAPI. It expires after about an hour.',
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'ignoreSSLIssues',
			type: 'boolean',
			default: false,
			description: "Whether to connect even if the server's certificate cannot be verified",
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{ $credentials.accessToken }}' } },
	};

	// UnifiedAPI has no "who am I"; one presence entry is the cheapest read (docs/api/voipnow.md,
	// "Service discovery").
	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ ${originExpression('$credentials.baseUrl')} }}`,
			url: '/uapi/extensions/@me/@self/presence',
			qs: { count: 1 },
			headers: { Accept: 'application/json' },
			disableFollowRedirect: true,
			skipSslCertificateValidation: '={{ $credentials.ignoreSSLIssues }}',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'VoipNow refused the access token. It may have expired: tokens last about an hour.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'VoipNow refused the access token. It may have expired: tokens last about an hour.',
				},
			},
		],
	};
}
