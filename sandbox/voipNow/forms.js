'use strict';

/**
 * Reads a form, url-encoded or multipart.
 * @param {{ headers: object, bytes: Buffer, text: string }} request
 * @returns {FormPart[]|undefined} its parts in order, undefined when the body is no form
 * @typedef {{ name: string, value: string, filename?: string, bytes: Buffer }} FormPart
 */
function readForm({ headers, bytes, text }) {
	const type = headers['content-type'] ?? '';
	if (/^application\/x-www-form-urlencoded/i.test(type)) {
		return [...new URLSearchParams(text)].map(([name, value]) => ({
			name,
			value,
			bytes: Buffer.from(value),
		}));
	}
	const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(type)?.[1];
	return boundary && readParts(bytes, boundary);
}

/** @returns {Record<string, string>} the values of the form's fields; of a name given twice the last one */
function fieldsOfForm(request) {
	return Object.fromEntries((readForm(request) ?? []).map(({ name, value }) => [name, value]));
}

function readParts(bytes, boundary) {
	// latin1 keeps every byte as one character.
	const sections = `\r\n${bytes.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1, -1);
	return sections.map((section) => {
		const end = section.indexOf('\r\n\r\n');
		const head = section.slice(0, end);
		const content = Buffer.from(section.slice(end + 4), 'latin1');
		const filename = /filename="([^"]*)"/i.exec(head)?.[1];
		return {
			name: Buffer.from(/[; ]name="?([^";\r\n]*)"?/i.exec(head)?.[1] ?? '', 'latin1').toString(),
			value: content.toString(),
			bytes: content,
			...(filename !== undefined && { filename: Buffer.from(filename, 'latin1').toString() }),
		};
	});
}

module.exports = { fieldsOfForm, readForm };
