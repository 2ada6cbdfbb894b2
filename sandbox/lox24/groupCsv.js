'use strict';

const COLUMNS = ['a', 'b', 'c', 'd', 'e'];
/** Separator, line end and mark of the encoding are not documented. */
const FORMS = {
	plain: { separator: ',', lineEnd: '\n', mark: '' },
	excel: { separator: ';', lineEnd: '\r\n', mark: '\uFEFF' },
};

/**
 * The numbers of a group as CSV, with the group's own column titles, or col_A to col_E.
 * @param {object} group
 * @param {object[]} phones
 * @param {'plain'|'excel'} form
 * @returns {string}
 */
function csvOf(group, phones, form) {
	const { separator, lineEnd, mark } = FORMS[form];
	const titles = COLUMNS.map((name) => group[`name_${name}`] || `col_${name.toUpperCase()}`);
	const rows = [
		['id', 'phone', ...titles, 'callback_data'],
		...phones.map((phone) =>
			['id', 'phone', ...COLUMNS, 'callback_data'].map((name) => phone[name] ?? ''),
		),
	];
	const lines = rows.map((row) => row.map((value) => quoted(value, separator)).join(separator));
	return mark + lines.join(lineEnd) + lineEnd;
}

function quoted(value, separator) {
	const isPlain = !value.includes(separator) && !/["\r\n]/.test(value);
	return isPlain ? value : `"${value.replaceAll('"', '""')}"`;
}

module.exports = { csvOf };
