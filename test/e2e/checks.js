const pc = require('picocolors');

/**
 * Counts and prints what was checked: one line each, and the reason under what failed. A failed
 * check does not end the run, so that one problem does not hide another.
 */
function createChecks() {
	const counts = { passed: 0, failed: 0 };

	return {
		counts,
		/**
		 * @template T
		 * @param {string} title
		 * @param {() => T | Promise<T>} work throws when the check fails
		 * @returns {Promise<T | undefined>}
		 */
		async check(title, work) {
			try {
				const result = await work();
				counts.passed++;
				console.log(`${pc.green('ok')}    ${title}`);
				return result;
			} catch (error) {
				counts.failed++;
				console.log(`${pc.red('FAIL')}  ${title}`);
				console.log(indent(error.message));
				return undefined;
			}
		},
		summary: () => `e2e: ${counts.passed} checks passed, ${counts.failed} failed`,
	};
}

function indent(text) {
	return text
		.split('\n')
		.map((line) => `        ${line}`)
		.join('\n');
}

module.exports = { createChecks };
