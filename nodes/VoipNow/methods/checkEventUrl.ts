import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { BadInput, prepared, shown } from '../../shared/input/badInput';
import { isEmpty } from '../../shared/input/query';

/** VoipNow wants a valid HTTP URL (`pce_url_invalid`); a space or another scheme is not one. */
export const checkEventUrl = prepared((request) => {
	if (!isEmpty(urlOf(request))) check(urlOf(request));
});

/** The same where the URL cannot be left out. */
export const requireEventUrl = prepared((request) => check(urlOf(request)));

function urlOf({ body }: IHttpRequestOptions): unknown {
	return ((body ?? {}) as IDataObject).url;
}

function check(url: unknown): void {
	if (typeof url === 'string' && /^https?:\/\/[^\s/]+\S*$/i.test(url) && URL.canParse(url)) return;
	throw new BadInput(
		isEmpty(url) ? 'URL is empty' : `URL is not valid: ${shown(url)}`,
		'Expected a complete address such as https://example.com/calls. Nothing was sent.',
	);
}
