/*
 * For mutation runs. Stryker knows which tests reach a mutant and names them to jest, but jest loads
 * all test files to find out which have them. This leaves out those that have none: they do not
 * hold any of the names.
 */
const { readFileSync } = require('node:fs');
const Sequencer = require('@jest/test-sequencer').default;

/** What begins a line and opens a group of tests, up to where its title is filled in. */
const TITLE = /^(?:describe|test)\b[^'"`\n]*(['"`])([^$%\n]*?)(?:[$%]|\1,)/gm;

module.exports = class extends Sequencer {
	constructor(options) {
		super(options);
		this.names = options.globalConfig.testNamePattern?.replace(/\\(.)/g, '$1');
	}

	sort(tests) {
		return super.sort(this.names ? tests.filter((test) => this.isNamed(test)) : tests);
	}

	isNamed({ path }) {
		const titles = [...readFileSync(path, 'utf8').matchAll(TITLE)].map(([, , title]) => title);
		return titles.length === 0 || titles.some((title) => this.names.includes(title));
	}
};
