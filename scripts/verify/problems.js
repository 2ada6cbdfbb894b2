/** Throws one error that lists everything found, so that nobody fixes the same check twice. */
function refuse(what, problems) {
	if (problems.length === 0) return;
	const error = new Error(`${what}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
	// gulp prints the stack of an error; where the check stands helps nobody.
	error.showStack = false;
	throw error;
}

module.exports = { refuse };
