import { BadInput } from '../../shared/input/badInput';

/** From 1 to 65535. */
const PORT = /[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5]/;

/** Scheme, host and port of a VoipNow server. A path, a query or a user name does not belong here. */
const HOST = new RegExp(
	`^(?:https?:\\/\\/)?(?:\\[[0-9a-f:.]+\\]|[a-z0-9._-]+)(?::(?:${PORT.source}))?\\/*$`,
	'i',
);

/**
 * Turns the field Host of a credential into an origin, such as `https://voipnow.example.com`.
 *
 * @throws BadInput when it is anything but a host, with or without scheme, port and final slash
 */
export function toOrigin(address: unknown): string {
	const given = typeof address === 'string' ? address.trim() : '';
	if (!HOST.test(given)) {
		throw new BadInput(
			// Not quoted: it may contain a token or a password.
			'Host in the VoipNow credential is not valid',
			'Expected the host alone, such as https://voipnow.example.com, without a path. Nothing was sent.',
		);
	}
	const withScheme = /^https?:\/\//i.test(given) ? given : `https://${given}`;
	return withScheme.replace(/\/+$/, '');
}

/**
 * The same as `toOrigin`, for places where n8n takes an expression only, such as the addresses of
 * OAuth2.
 *
 * @param host JavaScript that gives the field Host, e.g. `$self.baseUrl`
 * @returns JavaScript without the surrounding braces; for a host that is not valid it gives a text
 * that is no address, so that nothing can be sent
 */
export function originExpression(host: string): string {
	const given = `String(${host}).trim()`;
	const withScheme = `(/^https?:\\/\\//i.test(${given}) ? ${given} : "https://" + ${given})`;
	return `(/${HOST.source}/i.test(${given}) ? ${withScheme}.replace(/\\/+$/, "") : "Host is not valid: ")`;
}
