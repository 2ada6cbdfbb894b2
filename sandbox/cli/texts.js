'use strict';

const HELP = `A local stand-in for the LOX24 SMS gateway and the VoipNow UnifiedAPI. Nothing is really sent.

node sandbox/cli.js [options]

  --port 8024                   port on 127.0.0.1; 0 takes a free one
  --latency 50                  milliseconds each response takes
  --fault "PUT /phones/* 502 2" method, path, status or kind, and how often (a number or "always");
                                may be given several times. Kinds: status, html, empty, body, echo, drip,
                                hang, reset, each also with -before or -after, and delay
  --batch-container hydra       container of the phones batch: array, object, hydra, member
  --cancel-count-key KEY        canceled_sms_count or deleted_sms_count
  --event-update-response 204   200 with the event, or 204
  --numbers-as string           how VoipNow writes numbers: random, string, number
  --set voipNowTokenLife=60     any setting by its name, see the README; may be given several times
  --https                       the same addresses over https, with a self-signed certificate
  --help                        this text
`;

/**
 * @param {import('../index').Sandbox} sandbox
 * @param {object[]} faults that were asked for
 * @returns {string} what to print once it runs
 */
function greeting({ url, tokens, voipNowApps }, faults) {
	const lines = [
		'Stand-in for LOX24 and VoipNow, on this computer only. Nothing is really sent, nothing costs anything.',
		'',
		`  LOX24          ${url}`,
		`  token          ${tokens.lox24}`,
		`  inactive       ${tokens.lox24Inactive}   (answers 403)`,
		`  no credit      ${tokens.lox24NoCredit}   (sends return 402)`,
		`  e-mail key     ${tokens.lox24Email}   (in addresses of e-mails that become messages)`,
		'',
		`  VoipNow        ${url}   (API under ${url}/uapi)`,
		`  access token   ${tokens.voipNow}`,
		`  app            ${voipNowApps.trusted.key}   secret ${voipNowApps.trusted.secret}   (trusted)`,
		`  app            ${voipNowApps.consent.key}   secret ${voipNowApps.consent.secret}   (needs consent)`,
		'',
		`  What arrives   ${url}/_sandbox/`,
		...faults.map(
			({ method, path, kind, status, times }) =>
				`  Fault          ${method} ${path} ${status ?? kind}, ${times === 'always' ? 'always' : `${times} time${times === 1 ? '' : 's'}`}`,
		),
		'',
		'Stop with Ctrl+C.',
	];
	return `${lines.join('\n')}\n`;
}

module.exports = { HELP, greeting };
