/** The service addresses as the credentials of the nodes have them. */
const LOX24 = 'https://api.lox24.eu';

/**
 * What the credentials of the demo point to: the sandbox, or LOX24 itself when the user gave a
 * token of their account. VoipNow has no public service, so it stays with the sandbox.
 */
async function startServices({ port, lox24Token }) {
	const { startSandbox } = require('../sandbox');
	const sandbox = await startSandbox({ port });
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
		],
	};
}

module.exports = { startServices };
