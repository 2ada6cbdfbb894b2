import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

export class Lox24Api implements ICredentialType {
	name = 'lox24Api';

	displayName = 'LOX24 API';

	documentationUrl = 'https://doc.lox24.eu/';

	icon = { light: 'file:../icons/lox24.svg', dark: 'file:../icons/lox24.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. 1234567:e3f3a759b6677959b6ebfcxxxxxxxxxx',
			description:
				'Client ID, a colon, and the API key (v2), from the API settings of your LOX24 account',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.lox24.eu',
			required: true,
			description: 'Address of the service. Change it only to use a test server.',
		},
		{
			displayName: 'Webhook Token',
			name: 'webhookToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				"Only for the LOX24 Trigger: a secret of letters and digits that you choose. Enter it in the LOX24 web account beside the trigger's URL, or add it to that URL as ?token=. Requests without it are then refused.",
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-LOX24-AUTH-TOKEN': '={{ $credentials.token }}' } },
	};

	// n8n sends a request that throws on 401 twice, and LOX24 blocks the IP after more than three
	// wrong tokens in a minute. So 401 does not throw here; a response without the profile's `id`
	// is a refusal.
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/me',
			headers: { Accept: 'application/json' },
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: [403, 429, 500, 502, 503, 504] },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'The token is right, but the account or its key is not active yet. New accounts are activated within 24 hours.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 429,
					message:
						'LOX24 has blocked the IP address of this server after too many wrong tokens. Wait ten minutes, then test again.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'id',
					value: undefined,
					message:
						'LOX24 refused the token. It consists of the client ID, a colon and the API key (v2).',
				},
			},
			// n8n's types allow only one kind of rule in a list; n8n itself accepts any.
		] as ICredentialTestRequest['rules'],
	};
}
