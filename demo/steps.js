const pc = require('picocolors');
const { interruptedBy } = require('../scripts/processes');

const SHOW_SECONDS_AFTER = 2;

/**
 * Tells a person what is going on: a line for each step, with the seconds passing while it runs
 * (on a terminal) and what it took when it is done.
 *
 * @returns {<T>(title: string, work: () => Promise<T>) => Promise<T>}
 */
function terminalSteps({ quiet = false, stream = process.stdout } = {}) {
	if (quiet) return (_title, work) => work();

	return async (title, work) => {
		const started = Date.now();
		const seconds = () => Math.round((Date.now() - started) / 1000);
		const took = () => (seconds() >= SHOW_SECONDS_AFTER ? pc.dim(` ${seconds()} s`) : '');
		const rewrite = (mark) => stream.write(`\r${mark} ${title}${took()}`);
		let ticker;
		if (stream.isTTY) {
			rewrite(pc.dim('…'));
			ticker = setInterval(() => rewrite(pc.dim('…')), 1000);
		} else {
			stream.write(`… ${title}`);
		}
		const finish = (mark) => {
			clearInterval(ticker);
			if (interruptedBy()) return;
			if (stream.isTTY) rewrite(mark);
			else stream.write(` ${mark}${took()}`);
			stream.write('\n');
		};
		try {
			const result = await work();
			finish(pc.green('✓'));
			return result;
		} catch (error) {
			finish(pc.red('✗'));
			throw error;
		}
	};
}

module.exports = { terminalSteps };
