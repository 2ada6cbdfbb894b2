import { BadInput, prepared, shown } from '../../shared/input/badInput';

/** A short link leads to a web address. */
export const requireUrl = prepared(({ body }) => {
	const { url } = body as { url?: unknown };
	if (typeof url === 'string' && /^https?:\/\//i.test(url) && URL.canParse(url)) return;
	throw new BadInput(
		`URL is not valid: ${shown(url)}`,
		'Expected a complete address such as https://example.com/offer. Nothing was sent.',
	);
});
