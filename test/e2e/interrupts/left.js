const { existsSync, readdirSync, readFileSync } = require('node:fs');

/**
 * The processes that have `mark` in their environment, as it was when they started. Linux only.
 *
 * @returns {Array<{ pid: number, command: string }>}
 */
function processesOf(mark) {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((pid) => {
			try {
				const isOurs = readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark);
				if (!isOurs) return [];
				const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
				return [{ pid: Number(pid), command }];
			} catch {
				// It has ended, or belongs to somebody else.
				return [];
			}
		});
}

/** Files and folders below `folder` that tell of something unfinished. */
function unfinished(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		/(running|installing|import-[a-z]+)\.json$|\.new$/.test(name),
	);
}

module.exports = { processesOf, unfinished };
