/*
 * Required first by each command. An old Node refuses a whole file for a single new word in it, so
 * this and the files that require it keep to what Node 8 understands (eslint.config.mjs sees to it).
 */
const { engines } = require('../package.json');

const [, major, minor] = /(\d+)\.(\d+)/.exec(engines.node).map(Number);
const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);

if (ownMajor < major || (ownMajor === major && ownMinor < minor)) {
	console.error(
		`This needs Node ${major}.${minor} or newer, and this is Node ${process.versions.node}. ` +
			'Get it from nodejs.org.',
	);
	process.exit(1);
}
