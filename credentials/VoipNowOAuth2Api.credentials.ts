import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { originExpression } from '../nodes/VoipNow/api/address';

const ORIGIN = originExpression('$self.baseUrl');

const REFUSED =
	"VoipNow issued a token but refuses it here. Check in VoipNow that the app's account may use the UnifiedAPI.";

export class VoipNowOAuth2Api implements ICredentialType {
	name = 'voipNowOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'VoipNow OAuth2 API';

	documentationUrl = 'https://wiki.4psa.com/VoipNow/Developer-Guide/UnifiedAPI-v5/';

	icon = { light: 'file:../icons/voipNow.svg', dark: 'file:../icons/voipNow.dark.svg' } as const;

	// Fields of n8n's own OAuth2 credential keep their place in the form and their name.
	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{
					name: 'Authorization Code',
					value: 'authorizationCode',
					description:
						'For any app. You sign in to VoipNow once and allow access; your n8n needs https.',
				},
				{
					name: 'Client Credentials',
					value: 'clientCredentials',
					description: 'For an app marked as trusted in VoipNow. Nobody has to sign in.',
				},
			],
			default: 'clientCredentials',
			hint: 'Client Credentials needs "App is trusted" in the registration of the app',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{ ${ORIGIN} + "/oauth/authorize.php" }}`,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ ${ORIGIN} + "/oauth/token.php" }}`,
		},
		// The editor labels these two "Client ID" and "Client Secret" regardless of these names.
		{
			displayName: 'Client ID (App Key)',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			hint: 'The App key. In VoipNow: Unified Communications, Integrations, Apps, App Registration, Add App',
		},
		{
			displayName: 'Client Secret (App Secret)',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'The App secret, beside the App key. Regenerating it ends all tokens of the app.',
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '' },
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		// Key and secret go in the body; VoipNow does not know HTTP Basic (docs/api/voipnow.md, "Client
		// credentials").
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		{
			displayName: 'Send Additional Body Properties',
			name: 'sendAdditionalBodyProperties',
			type: 'hidden',
			default: false,
		},
		// All vendor clients send both fields with a trusted app; the address is not checked. n8n
		// adds its own `redirect_uri` to the request for an authorization code.
		{
			displayName: 'Additional Body Properties',
			name: 'additionalBodyProperties',
			type: 'hidden',
			default: `={{ JSON.stringify($self.grantType === "authorizationCode" ? ({ }) : ({ type: "unifiedapi", redirect_uri: ${ORIGIN} + "/oauth/token.php" })) }}`,
		},
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
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'ignoreSSLIssues',
			type: 'boolean',
			default: false,
			description:
				"Whether to connect even if the server's certificate cannot be verified. Applies to tokens and all requests.",
		},
	];

	// The same read as for an access token (docs/api/voipnow.md, "Service
	// discovery": there is no "who am I").
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
			{ type: 'responseCode', properties: { value: 401, message: REFUSED } },
			{ type: 'responseCode', properties: { value: 403, message: REFUSED } },
		],
	};
}
