/*
 * Mutation tests: `npm run mutation`. Each small change to the code of the request path has to make
 * a test in test/unit fail. The report is .results/mutation.html.
 */

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	mutate: [
		'nodes/shared/{send,response}/**/*.ts',
		'nodes/shared/description/simplify.ts',
		'nodes/Lox24/api/{lookUp,readList}.ts',
		'nodes/Lox24/batch/phoneResults.ts',
	],
	testRunner: 'jest',
	jest: {
		configFile: 'jest.config.js',
		config: {
			// The tests on n8n's own engine take minutes; these take milliseconds.
			testMatch: ['<rootDir>/test/unit/**/*.test.ts'],
			// Mutants are loaded anew, and Stryker has its own way to count what tests reach.
			testEnvironment: 'node',
			runtime: 'jest-runtime',
			setupFiles: [],
			moduleNameMapper: { '^n8n-workflow$': '<rootDir>/test/unit/n8nWorkflow.js' },
			testSequencer: '<rootDir>/test/unit/mutationSequencer.js',
			testTimeout: 5000,
		},
	},
	coverageAnalysis: 'perTest',
	incremental: false,
	// On a busy machine the tests of one mutant may take long; that must not count as found.
	timeoutMS: 10_000,
	concurrency: 2,
	// Only what the unit tests need is copied for each run.
	ignorePatterns: [
		...['**', '!nodes/**/*', '!credentials/**/*', '!test/unit/**/*'],
		...['!jest.config.js', '!package.json'],
	],
	tempDirName: '.results/stryker',
	reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
	clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
	htmlReporter: { fileName: '.results/mutation.html' },
	jsonReporter: { fileName: '.results/mutation.json' },
};
