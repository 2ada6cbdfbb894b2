import type { IDataObject } from 'n8n-workflow';

/** What the page shows, and what it asks for. Nothing but what the user of n8n has written. */
export interface Asked extends IDataObject {
	title: string;
	message: string;
	/** Labels of the buttons; without them the page asks for a text. */
	approve?: string;
	decline?: string;
	submit: string;
	thanks: string;
}

/** A text of a phone is short; this is far above what anybody types. */
export const LONGEST_TEXT = 5_000;

/**
 * Headers of all pages: no script, nothing from elsewhere, no address of the page to anybody, and
 * nothing for search engines or caches.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy':
		"sandbox allow-forms; default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	'Referrer-Policy': 'no-referrer',
	'X-Robots-Tag': 'noindex, nofollow',
	'X-Content-Type-Options': 'nosniff',
	'Cache-Control': 'no-store',
};

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.375rem; margin: 0 0 1rem; }
p { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 1.5rem; }
button, textarea { font: inherit; width: 100%; box-sizing: border-box; border-radius: .5rem; padding: .875rem; }
button { border: 2px solid #1f6f43; margin: 0 0 .75rem; background: none; color: inherit; cursor: pointer; }
button.first { background: #1f6f43; color: #fff; }
textarea { border: 2px solid #767676; margin: 0 0 1rem; min-height: 7rem; }
`;

function document({ title, message }: Pick<Asked, 'title' | 'message'>, body: string): string {
	const heading = title === '' ? '' : `<h1>${escaped(title)}</h1>`;
	return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escaped(title || message.slice(0, 60))}</title>
<style>${STYLE}</style>
</head>
<body><main dir="auto">${heading}${body}</main></body>
</html>
`;
}

/** The page that asks; opening it does nothing, only sending its form does. */
export function askingPage(asked: Asked): string {
	const { message, approve, decline, submit } = asked;
	const fields =
		approve === undefined
			? `<textarea name="text" aria-label="${escaped(message)}" maxlength="${LONGEST_TEXT}" required autofocus></textarea>
<button class="first">${escaped(submit)}</button>`
			: `<button class="first" name="approved" value="true">${escaped(approve)}</button>${
					decline === undefined
						? ''
						: `\n<button name="approved" value="false">${escaped(decline)}</button>`
				}`;
	return document(asked, `<p>${escaped(message)}</p>\n<form method="post">${fields}</form>`);
}

/** The page after a response. */
export function thankingPage(asked: Asked): string {
	return document(asked, `<p role="status">${escaped(asked.thanks)}</p>`);
}

/** The page behind the link of another message than the one the execution waits for. */
export function closedPage(): string {
	const title = 'No action required';
	return document(
		{ title, message: '' },
		'<p role="status">Somebody has already responded, or the time is up.</p>',
	);
}

/**
 * What the form of the page has sent.
 *
 * @returns nothing when it is none of the possible responses
 */
export function readResponse(asked: Asked, body: unknown): IDataObject | undefined {
	const { approved, text } = Object(body) as { approved?: unknown; text?: unknown };
	if (asked.approve === undefined) {
		if (typeof text !== 'string' || text.trim() === '') return undefined;
		// Browsers send line ends as CR LF.
		const given = text.replaceAll('\r\n', '\n').trim();
		return Array.from(given).length <= LONGEST_TEXT ? { text: given } : undefined;
	}
	if (approved === 'true') return { approved: true };
	return approved === 'false' && asked.decline !== undefined ? { approved: false } : undefined;
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}
