import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * n8n's own credential type `oAuth2Api`, which ships in `n8n-nodes-base` and is not installed
 * here: the names, defaults and conditions of its fields in n8n 2.41, as far as they decide which
 * values reach the engine. The end-to-end run uses the real one.
 */
export const oAuth2Parent: ICredentialType = {
	name: 'oAuth2Api',
	displayName: 'OAuth2 API',
	properties: [
		{ ...field('useDynamicClientRegistration', false), type: 'hidden' },
		{ ...field('grantType', 'authorizationCode'), displayOptions: registered() },
		{
			...field('serverUrl', ''),
			displayOptions: { show: { useDynamicClientRegistration: [true] } },
		},
		{ ...field('authUrl', ''), displayOptions: registered(['authorizationCode', 'pkce']) },
		{ ...field('accessTokenUrl', ''), displayOptions: registered() },
		{ ...field('clientId', ''), displayOptions: registered() },
		{ ...field('clientCredentialType', 'clientSecret'), type: 'hidden' },
		{ ...field('clientSecret', ''), displayOptions: registered() },
		{ ...field('privateKey', ''), type: 'hidden' },
		{ ...field('certificate', ''), type: 'hidden' },
		{ ...field('scope', ''), displayOptions: registered() },
		{
			...field('authQueryParameters', ''),
			displayOptions: registered(['authorizationCode', 'pkce']),
		},
		{ ...field('authentication', 'header'), displayOptions: registered() },
		{
			...field('sendAdditionalBodyProperties', false),
			displayOptions: registered(['clientCredentials'], { authentication: ['body'] }),
		},
		{
			...field('additionalBodyProperties', ''),
			displayOptions: registered(['clientCredentials'], {
				authentication: ['body'],
				sendAdditionalBodyProperties: [true],
			}),
		},
		{ ...field('ignoreSSLIssues', false), doNotInherit: true },
		{ ...field('tokenExpiredStatusCode', 401), doNotInherit: true },
		{ ...field('jweEnabled', false), doNotInherit: true },
	],
};

function field(name: string, fallback: INodeProperties['default']): INodeProperties {
	return { displayName: name, name, type: 'string', default: fallback };
}

function registered(
	grantTypes?: string[],
	more: Record<string, Array<string | boolean>> = {},
): INodeProperties['displayOptions'] {
	return {
		show: {
			useDynamicClientRegistration: [false],
			...(grantTypes ? { grantType: grantTypes } : {}),
			...more,
		},
	};
}
