import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { isObject } from '../../../shared/response/response';

/** Where to send a file of a fax. */
export interface Upload {
	uri: string;
	headers: Record<string, string>;
}

/** Headers a storage may need to accept a file; all others are dropped. */
const TAKEN_ALONG =
	/^(authorization|content-(type|disposition|encoding|md5)|x-(?!forwarded|real)[a-z0-9-]+)$/i;

/**
 * The upload addresses in the response to a fax, in the order of the files. How exactly they are
 * nested is not established (docs/api/voipnow.md, "Not established"), so they are looked for in
 * `files`, as a list or by key, and in the response itself.
 *
 * @param clean takes our secrets out of a text: a header that holds one is left out
 */
export function uploadsIn(body: unknown, clean: (value: string) => string): Upload[] {
	if (!isObject(body)) return [];
	const { files } = body;
	const holders = Array.isArray(files) ? (files as unknown[]) : Object.values(files ?? {});
	return [...holders, body]
		.filter(isObject)
		.filter(({ redirectUri }) => typeof redirectUri === 'string' && redirectUri !== '')
		.map(({ redirectUri, redirectHeaders }) => ({
			uri: redirectUri as string,
			headers: headersOf(redirectHeaders, clean),
		}));
}

/** An object, or a list of `Name: value`. */
function headersOf(given: unknown, clean: (value: string) => string): Record<string, string> {
	const pairs = Array.isArray(given)
		? given.filter((one) => typeof one === 'string').map(toPair)
		: Object.entries((isObject(given) ? given : {}) as IDataObject);
	return Object.fromEntries(
		pairs
			.map(([name, value]): [string, string] => [name, String(value)])
			.filter(([name, value]) => TAKEN_ALONG.test(name) && clean(value) === value),
	);
}

function toPair(line: string): [string, string] {
	const [name, ...value] = line.split(':');
	return [name.trim(), value.join(':').trim()];
}

/**
 * Sends a file to an upload address: with the headers that came with it, and without our token,
 * because it may be somebody else's. Another host than VoipNow's gets it over https only.
 *
 * @param fax the request before, whose connection settings hold here as well
 * @returns why the file did not arrive; nothing when it did
 */
export async function uploadFile(
	this: IExecuteSingleFunctions,
	{ uri, headers }: Upload,
	content: Buffer,
	{ baseURL, timeout, proxy, skipSslCertificateValidation }: IHttpRequestOptions,
): Promise<string | undefined> {
	if (!URL.canParse(uri) || !/^https?:$/.test(new URL(uri).protocol)) {
		return 'its upload address is not http or https';
	}
	const { host, protocol } = new URL(uri);
	const isOwnHost = host === new URL(String(baseURL)).host;
	if (!isOwnHost && protocol !== 'https:') {
		return 'its upload address is on another host and not https';
	}
	try {
		const response = (await this.helpers.httpRequest({
			method: 'PUT',
			url: uri,
			headers: { 'Content-Type': 'application/octet-stream', ...headers },
			body: content,
			timeout,
			proxy,
			skipSslCertificateValidation: isOwnHost && skipSslCertificateValidation,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as IN8nHttpFullResponse;
		const { statusCode } = response;
		return statusCode >= 200 && statusCode < 300 ? undefined : `HTTP ${statusCode}`;
	} catch (error) {
		// The error's message may contain the address.
		const { code } = error as { code?: string };
		return `the connection ended with ${code ?? 'no code'}`;
	}
}
