const { statfs } = require('node:fs/promises');

/** A full disk in the middle of 2,000 packages gives an unreadable error, so check first. */
async function requireFreeSpace(folder, megabytes) {
	const { bavail, bsize } = await statfs(folder);
	const free = Math.floor((bavail * bsize) / 1e6);
	if (free >= megabytes) return;
	throw new Error(
		`There are ${free} MB free on the disk of ${folder}; n8n needs about ${megabytes} MB. ` +
			'Make room and run npm start again.',
	);
}

module.exports = { requireFreeSpace };
