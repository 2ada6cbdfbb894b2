const QUOTE = '"';

/** Possible separators. */
const SEPARATORS = [',', ';', '\t', '|'];

/** The values of each non-empty line. */
export interface Csv {
	rows: string[][];
	/** False when the file ends inside of a quoted value, so that the rest of it is missing. */
	isComplete: boolean;
}

/**
 * Reads CSV as RFC 4180 describes it, whatever its line ends are.
 *
 * A quote inside of a quoted value which nothing can end after belongs to the value: PHP does not
 * double quotes behind a backslash.
 */
export function parseCsv(content: string, separator = ','): Csv {
	const rows: string[][] = [];
	let row: string[] = [];
	let place = 0;
	const isEnd = (at: number) =>
		at >= content.length || content[at] === separator || /[\r\n]/.test(content[at]);

	while (place < content.length) {
		let value: string;
		if (content[place] === QUOTE) {
			value = '';
			for (;;) {
				const quote = content.indexOf(QUOTE, place + 1);
				if (quote < 0) return { rows, isComplete: false };
				value += content.slice(place + 1, quote);
				place = quote;
				if (isEnd(quote + 1)) break;
				value += QUOTE;
				if (content[quote + 1] === QUOTE) place = quote + 1;
			}
			place++;
		} else {
			const start = place;
			while (!isEnd(place)) place++;
			value = content.slice(start, place);
		}
		row.push(value);
		if (content[place] === separator) {
			place++;
			// A trailing separator is followed by an empty value.
			if (place < content.length && !/[\r\n]/.test(content[place])) continue;
			row.push('');
		}
		if (content[place] === '\r' && content[place + 1] === '\n') place++;
		place++;
		if (row.length > 1 || row[0] !== '') rows.push(row);
		row = [];
	}
	return { rows, isComplete: true };
}

/** @returns the separator that occurs most often in the first line, outside of quotes */
export function separatorOf(content: string): string {
	const [line] = content
		.slice(0, 5000)
		.replace(/"[^"]*("|$)/g, '')
		.split(/[\r\n]/, 1);
	const counts = SEPARATORS.map((sign) => line.split(sign).length);
	return SEPARATORS[counts.indexOf(Math.max(...counts))];
}

/** Windows-1252 between 0x80 and 0x9F; `TextDecoder` of some Node versions lacks it. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of a file in UTF-8, with a mark of its encoding or without; else in that of Windows. */
export function textOf(bytes: Buffer): string {
	const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
	try {
		return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
	} catch {
		return bytes
			.toString('latin1')
			.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80]);
	}
}
