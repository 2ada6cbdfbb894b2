import type { IHttpRequestOptions } from 'n8n-workflow';

import { BadInput } from '../input/badInput';
import type { Item } from './item';

/** n8n's own default for declarative operations, in milliseconds. */
const DEFAULT_TIMEOUT = 300_000;

/**
 * The settings under "Request Options", which n8n adds to the node.
 *
 * @throws BadInput when the address of the proxy is not one
 */
export function requestOptions(item: Item): Partial<IHttpRequestOptions> {
	const { timeout, allowUnauthorizedCerts, proxy } = item.getNodeParameter(
		'requestOptions',
		{},
	) as { timeout?: number; allowUnauthorizedCerts?: boolean; proxy?: string };
	return {
		timeout: timeout && timeout > 0 ? timeout : DEFAULT_TIMEOUT,
		...(allowUnauthorizedCerts ? { skipSslCertificateValidation: true } : {}),
		...(proxy ? { proxy: toProxy(proxy) } : {}),
	};
}

function toProxy(address: string): IHttpRequestOptions['proxy'] {
	if (!URL.canParse(address) || new URL(address).hostname === '') {
		throw new BadInput(
			// Not quoted: it may contain a password.
			'Proxy is not valid',
			'Expected an address such as http://proxy.example.com:3128. Nothing was sent.',
		);
	}
	const { hostname, port, protocol, username, password } = new URL(address);
	return {
		host: hostname,
		port: Number(port || (protocol === 'https:' ? 443 : 80)),
		protocol: protocol.replace(/:$/, ''),
		...(username
			? { auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) } }
			: {}),
	};
}
