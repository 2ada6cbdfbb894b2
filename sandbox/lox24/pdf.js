'use strict';

/**
 * A page with one line.
 * @param {string} line letters, digits, blanks and the like; what could end the text early is left out
 * @returns {Buffer} a whole PDF
 */
function tinyPdf(line) {
	const drawing = `BT /F1 18 Tf 60 770 Td (${line.replace(/[^ -~]|[()\\]/g, '')}) Tj ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	let text = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const offset = text.length;
		text += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(offset).padStart(10, '0')} 00000 n \n`;
	});
	const table = text.length;
	const size = objects.length + 1;
	text += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
	text += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
	return Buffer.from(text, 'latin1');
}

module.exports = { tinyPdf };
