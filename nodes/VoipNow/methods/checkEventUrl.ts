import type { IDataObject } from 'n8n-workflow';

import { BadInput, prepared, shown } from '../../shared/badInput';
import { isEmpty } from '../../shared/query';

/** VoipNow wants a valid HTTP URL (`pce_url_invalid`); a space or another scheme is not one. */
export const checkEventUrl = prepared((request) => {
	const { url } = (request.body ?? {}) as IDataObject;
	if (isEmpty(url)) return;
	if (typeof url === 'string' && /^https?:\/\/[^\s/]+\S*$/i.test(url) && URL.canParse(url)) return;
	throw new BadInput(
		`URL is not valid: ${shown(url)}`,
		'Expected a complete address such as https://example.com/calls. Nothing was sent.',
	);
});
