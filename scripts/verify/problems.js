/** Throws one error that lists everything found, so that nobody fixes the same check twice. */
function refuse(what, problems) {
	if (problems.length === 0) return;
	throw withoutStack(`${what}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
}

/** gulp prints the stack of an error; where the check stands helps nobody. */
function withoutStack(message) {
	return Object.assign(new Error(message), { showStack: false });
}

module.exports = { refuse, withoutStack };
