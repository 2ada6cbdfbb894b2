const { existsSync, mkdtempSync, rmdirSync } = require('node:fs');
const { statfs } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { messageOf } = require('../demo/explain');

/**
 * Refuses a folder that nothing can be written to. It need not be there yet.
 *
 * @param {string} path
 * @param {(path: string, code: string) => string} sentence
 */
function requireWritable(path, sentence) {
	let folder = path;
	while (!existsSync(folder)) folder = dirname(folder);
	try {
		// Permission bits do not tell: root may ignore them, and a disk can be read-only.
		rmdirSync(mkdtempSync(join(folder, '.writable-')));
	} catch (error) {
		const isFull = ['ENOSPC', 'EDQUOT'].includes(error.code);
		throw new Error(isFull ? messageOf(error) : sentence(path, error.code), { cause: error });
	}
}

/** A full disk in the middle of 2,000 packages gives an unreadable error, so check first. */
async function requireFreeSpace(folder, megabytes) {
	const { bavail, bsize } = await statfs(folder);
	const free = Math.floor((bavail * bsize) / 1e6);
	if (free >= megabytes) return;
	throw new Error(
		`There are ${free} MB free on the disk of ${folder}, and about ${megabytes} MB are needed. ` +
			'Make room and try again.',
	);
}

module.exports = { requireFreeSpace, requireWritable };
