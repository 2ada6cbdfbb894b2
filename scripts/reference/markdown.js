/** Text of the node descriptions as Markdown. */

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/** Whole in backticks, also if the text has some itself. */
function code(text) {
	const plain = oneLine(String(text));
	return plain.includes('`') ? `\`\` ${plain} \`\`` : `\`${plain}\``;
}

/** Links stay links, other tags go, and nothing else is taken for markup. */
function prose(text = '') {
	return oneLine(text)
		.replace(/[*\\]/g, '\\$&')
		.replace(/<a\s[^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/g, '[$2]($1)')
		.replace(/<\/?[a-z][^>]*>/gi, '')
		.replace(/</g, '&lt;');
}

/** Text that has no markup of its own, such as a description in a contract. */
function escaped(text = '') {
	return oneLine(text).replace(/[*\\]/g, '\\$&').replace(/</g, '&lt;');
}

const withEnd = (text) => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);

/** As one sentence, so that others may follow. */
const sentence = (text) => withEnd(prose(text));
const ended = (text) => withEnd(escaped(text));

/** The anchor that GitHub gives to a heading. */
function anchor(heading) {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replaceAll(' ', '-');
}

const link = (text, heading = text) => `[${text}](#${anchor(heading)})`;

const cells = (values) =>
	`| ${values.map((value) => value.replaceAll('|', '\\|')).join(' | ')} |`.replace(/ {2,}/g, ' ');

/** A table of rows by column; a column that is empty in all rows is left out. */
function table(columns, rows) {
	const used = columns.filter((column) => rows.some((row) => row[column]));
	if (rows.length === 0) return [];
	return [
		cells(used),
		`|${'---|'.repeat(used.length)}`,
		...rows.map((row) => cells(used.map((column) => row[column]))),
		'',
	];
}

module.exports = { anchor, code, ended, escaped, link, prose, sentence, table };
