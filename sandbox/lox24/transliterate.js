'use strict';

const { isGsm } = require('./smsParts');

/** Letters without an accent to drop. The real service surely knows more. */
const LIKENESS = {
	...{ '`': "'", '´': "'", '‘': "'", '’': "'", '‚': "'", '“': '"', '”': '"', '„': '"' },
	...{ '«': '"', '»': '"', '–': '-', '—': '-', '‐': '-', '…': '...', '•': '*' },
	...{ '\u00a0': ' ', '\t': ' ', œ: 'oe', Œ: 'OE', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ẞ: 'SS' },
};

/**
 * A text in the GSM alphabet: what it does not have becomes what looks like it, or a question mark.
 * @param {string} text
 * @returns {string}
 */
function transliterated(text) {
	return [...text].map(gsmOf).join('');
}

function gsmOf(character) {
	if (isGsm(character)) return character;
	if (Object.hasOwn(LIKENESS, character)) return LIKENESS[character];
	const [base] = character.normalize('NFD');
	return base !== character && isGsm(base) ? base : '?';
}

module.exports = { transliterated };
