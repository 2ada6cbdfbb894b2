/** Turns what tools say when something usual is missing into what to do about it. */

function lastLines(text, count) {
	return text.trim().split('\n').slice(-count).join('\n');
}

function explainSqliteBuild(error) {
	const output = [error.stdout, error.stderr, error.message].filter(Boolean).join('\n');
	/** @type {[RegExp, string][]} */
	const tools = [
		[/gyp ERR! find Python|Could not find any Python/i, 'Python 3'],
		[/not found: make|make: not found|spawn make ENOENT/i, 'make'],
		[/g\+\+: (command )?not found|c\+\+: not found|No such file.*g\+\+/i, 'a C++ compiler'],
	];
	const missing = tools.find(([pattern]) => pattern.test(output));
	return new Error(
		missing
			? `The database driver of n8n has to be compiled here, and ${missing[1]} is missing. ` +
					'Install python3, make and g++ (Debian, Ubuntu: sudo apt install python3 make g++; ' +
					'macOS: xcode-select --install) and run npm start again.'
			: `The database driver of n8n (sqlite3) could not be compiled:\n${lastLines(output, 15)}`,
	);
}

function explainN8nEnd(output, { log, seconds }) {
	if (/EADDRINUSE|already in use/i.test(output)) {
		return new Error(
			'A port that was free a moment ago is taken now. Run npm start again: it picks another.',
		);
	}
	if (/ENOSPC|database or disk is full/i.test(output)) {
		return new Error('The disk is full. Make room and run npm start again.');
	}
	if (/Mismatching encryption keys/i.test(output)) {
		return new Error(
			"The encryption key does not fit n8n's folder. Delete the folder .demo to start over.",
		);
	}
	return new Error(
		`n8n did not start within ${seconds} seconds. The end of ${log}:\n${lastLines(output, 15)}`,
	);
}

module.exports = { explainN8nEnd, explainSqliteBuild };
