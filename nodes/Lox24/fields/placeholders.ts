import { BadInput, shown } from '../../shared/input/badInput';
import { isOn } from '../../shared/input/kind';
import type { About } from '../../shared/input/kind';
import { CODE } from '../../shared/input/path';

/** Longer text in brackets, or several lines, cannot be the title of a column. */
const LONGEST_TITLE = 50;

/** How a short link is written (docs/api/lox24.md, "Placeholders and short links"). */
const SHORT_LINK = new RegExp(`^slink ${CODE.source.slice(1)}`);

/** What was meant as one; `slinky` is a different word. */
const MEANT_AS_LINK = /^\s*slink(?![\p{L}\p{N}_])/iu;

/** Allows bracketed text that is not a placeholder. */
export const ALLOW_UNKNOWN = 'Allow Unknown Placeholders';

export function allowsUnknown(item: About['item']): boolean {
	return isOn(item, 'options.allowUnknownPlaceholders', ALLOW_UNKNOWN);
}

/** The texts in square brackets, each once, as written. */
function bracketed(text: string): string[] {
	return [...new Set([...text.matchAll(/\[([^[\]\r\n]+)\]/g)].map(([, inside]) => inside))];
}

/** Possible column titles: in square brackets, and not a short link. */
export function columnsIn(text: string): string[] {
	return bracketed(text).filter((inside) => {
		const { length } = Array.from(inside.trim());
		return length > 0 && length <= LONGEST_TITLE && !MEANT_AS_LINK.test(inside);
	});
}

/**
 * Refuses a short link without the ID of a campaign: people would get the brackets.
 *
 * @param titles of columns, one of which may be called `slink`
 */
export function checkShortLinks(text: string, label: string, titles: string[] = []): void {
	const wrong = bracketed(text).find(
		(inside) => MEANT_AS_LINK.test(inside) && !SHORT_LINK.test(inside) && !titles.includes(inside),
	);
	if (wrong === undefined) return;
	throw new BadInput(
		`${label} has a short link without the ID of a campaign: ${shown(`[${wrong}]`)}`,
		`Expected [slink eGxoGRMq], in small letters and with one blank, where eGxoGRMq is the ID of a short link campaign. To send the text as it is, turn on the option "${ALLOW_UNKNOWN}". Nothing was sent.`,
	);
}

/** Titles are compared without case, surrounding blanks and invisible characters. */
export function plainTitle(title: string): string {
	return title
		.replace(/\p{Cf}/gu, '')
		.normalize('NFC')
		.trim()
		.toLowerCase();
}

/** @returns the title that is meant, as the group writes it, if there is exactly one */
export function titleFor(name: string, titles: string[]): string | undefined {
	if (titles.includes(name)) return name;
	const alike = new Set(titles.filter((title) => plainTitle(title) === plainTitle(name)));
	return alike.size === 1 ? [...alike][0] : undefined;
}
