'use strict';

/*
 * Jest gives each test file a realm of its own and loads n8n-core, n8n-workflow and fastify into it
 * anew: 1,800 files, which takes longer than most of the tests. Here all test files of a worker share
 * Node's own realm, so that `runtime.js` can load packages once for each worker, as n8n does. What
 * belongs to the clone is still loaded anew for each test file.
 */
require('reflect-metadata');
const vm = require('node:vm');
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Jest wants a context to compile in. This one stands for Node's own, which has none. */
const OWN_REALM = vm.createContext();

const { compileFunction } = vm;
vm.compileFunction = (source, names, { parsingContext, ...options } = {}) =>
	compileFunction(
		source,
		names,
		parsingContext === OWN_REALM ? options : { ...options, parsingContext },
	);

module.exports = class {
	global = globalThis;
	#before = Object.getOwnPropertyDescriptors(globalThis);
	#exit = process.exit;

	constructor({ projectConfig }) {
		Object.assign(globalThis, projectConfig.globals);
		this.moduleMocker = new ModuleMocker(globalThis);
		const timers = { config: projectConfig, global: globalThis, moduleMocker: this.moduleMocker };
		this.fakeTimers = new LegacyFakeTimers(timers);
		this.fakeTimersModern = new ModernFakeTimers(timers);
	}

	setup() {}

	/** Packages stay for the next test file, so spies on them go, and so does jest's own state. */
	teardown() {
		this.fakeTimers.dispose();
		this.fakeTimersModern.dispose();
		this.moduleMocker.restoreAllMocks();
		process.exit = this.#exit;
		for (const key of Reflect.ownKeys(globalThis)) {
			if (!(key in this.#before)) Reflect.deleteProperty(globalThis, key);
		}
		Object.defineProperties(globalThis, this.#before);
	}

	getVmContext() {
		return OWN_REALM;
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}
};
