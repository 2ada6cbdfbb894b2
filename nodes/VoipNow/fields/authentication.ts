import type { INodeProperties } from 'n8n-workflow';

/** Which of the credentials is in use. */
export const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Access Token',
			value: 'accessToken',
			description: 'A token you paste into the credential. It expires after about an hour.',
		},
		{
			name: 'OAuth2',
			value: 'oAuth2',
			description: 'Key and secret of an app in VoipNow. Tokens are renewed automatically.',
		},
	],
	default: 'accessToken',
};
