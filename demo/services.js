/** The service addresses as the credentials of the nodes have them. */
const LOX24 = 'https://api.lox24.eu';

/** Ten calls a day, for the reports about them. */
const FILLED = { voipNowCdr: 600 };

/**
 * What the credentials of the demo point to: the sandbox, or LOX24 itself when the user gave a
 * token of their account. VoipNow has no public service, so it stays with the sandbox.
 */
async function startServices({ port, lox24Token }) {
	const { startSandbox } = require('../sandbox');
	const sandbox = await startSandbox({ port, filled: FILLED });
	const { trusted } = sandbox.voipNowApps;
	const lox24 = lox24Token
		? { baseUrl: LOX24, token: lox24Token }
		: { baseUrl: sandbox.url, token: sandbox.tokens.lox24 };
	return {
		sandbox,
		isReal: Boolean(lox24Token),
		credentials: [
			{ id: 'demoLox24', name: 'LOX24 (demo)', type: 'lox24Api', data: lox24 },
			{
				id: 'demoVoipNow',
				name: 'VoipNow (demo)',
				type: 'voipNowApi',
				data: {
					baseUrl: sandbox.url,
					accessToken: sandbox.tokens.voipNow,
					ignoreSSLIssues: false,
				},
			},
			{
				id: 'demoVoipNowOAuth2',
				name: 'VoipNow OAuth2 (demo)',
				type: 'voipNowOAuth2Api',
				data: {
					baseUrl: sandbox.url,
					grantType: 'clientCredentials',
					clientId: trusted.key,
					clientSecret: trusted.secret,
					ignoreSSLIssues: false,
				},
			},
		],
	};
}

module.exports = { startServices };
