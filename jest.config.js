const { tmpdir } = require('node:os');
const { join } = require('node:path');

// The engine logs every refusal the tests provoke; workers inherit this.
process.env.N8N_LOG_LEVEL ??= 'silent';

/** @type {import('jest').Config} */
module.exports = {
	// nodes/ and credentials/ are roots so that coverage also counts files no test has loaded.
	roots: ['<rootDir>/nodes', '<rootDir>/credentials', '<rootDir>/test'],
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	// The end-to-end run needs a whole n8n and a browser: `npm run test:e2e`.
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	testEnvironment: '<rootDir>/test/jest/environment.js',
	runtime: '<rootDir>/test/jest/runtime.js',
	testSequencer: '<rootDir>/test/jest/sequencer.js',
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
				sourceMaps: 'inline',
			},
		],
	},
	// Most tests take milliseconds; those with a thousand items and more need this on a busy machine.
	testTimeout: 90_000,
	// Each suite loads n8n-core (about a second of processor time), and the tests wait for real
	// HTTP: one worker per core keeps both cores of a small machine busy, where jest's default
	// leaves one idle.
	maxWorkers: '100%',
	coverageProvider: 'v8',
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	// Outside the clone: the report's images and scripts have no business near the package.
	coverageDirectory: join(tmpdir(), 'n8n-nodes-lox24-voipnow-coverage'),
	coverageReporters: ['text-summary', 'html'],
};
