'use strict';

/** GSM 03.38 basic alphabet, and its extension table whose characters take two places. */
const BASIC = new Set(
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');

/**
 * Counts characters and parts of a message: 160 GSM or 70 Unicode characters in a single part, 153 or 67
 * in each of several.
 * @param {string} text
 * @param {boolean|null} [isUnicode] null lets the text decide
 * @returns {{ isUnicode: boolean, chars: number, parts: number }} chars are GSM places or UTF-16 units
 */
function countParts(text, isUnicode = null) {
	const characters = [...text];
	const unicode = isUnicode ?? !characters.every(isGsm);
	const chars = unicode
		? text.length
		: characters.reduce((sum, c) => sum + (EXTENDED.has(c) ? 2 : 1), 0);
	const [single, several] = unicode ? [70, 67] : [160, 153];
	return { isUnicode: unicode, chars, parts: chars <= single ? 1 : Math.ceil(chars / several) };
}

/** @param {string} character */
const isGsm = (character) => BASIC.has(character) || EXTENDED.has(character);

module.exports = { countParts, isGsm };
