'use strict';

const { createRequire, isBuiltin } = require('node:module');
const { dirname, join, resolve, sep } = require('node:path');
const { default: Runtime } = require('jest-runtime');

const SANDBOX = join(__dirname, '../../sandbox');

/**
 * Takes packages and the sandbox, which knows nothing of the nodes, from Node. It keeps them for all test
 * files of a worker (`environment.js`).
 */
module.exports = class extends Runtime {
	#keepsSandbox;

	constructor(...given) {
		super(...given);
		const { watch, watchAll } = given.at(-1);
		this.#keepsSandbox = !watch && !watchAll;
	}

	requireModuleOrMock(from, name) {
		const isPath = /^[./]/.test(name);
		const isKept = isPath
			? this.#keepsSandbox && isInSandbox(resolve(dirname(from), name))
			: !isBuiltin(name) && name !== '@jest/globals';
		return isKept ? createRequire(from)(name) : super.requireModuleOrMock(from, name);
	}
};

function isInSandbox(path) {
	return `${path}${sep}`.startsWith(`${SANDBOX}${sep}`);
}
