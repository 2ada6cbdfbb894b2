/*
 * The rules n8n's own `n8n-node lint` applies, from the same plugins. The tool itself is not used:
 * it pulls in packages that only install with `overrides`, which n8n forbids in a node package.
 */
import eslint from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import n8nNodesPlugin from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const commonJs = ['**/*.js'];
const inBrowser = ['sandbox/**/browser/**/*.js'];

const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));
const nodeGlobals = readonly(Object.getOwnPropertyNames(globalThis));
const commonJsGlobals = readonly(['require', 'module', 'exports', '__dirname', '__filename']);

export default defineConfig(
	globalIgnores(['dist', '.demo', '.results', 'demo/node_modules']),
	{
		// n8n's scan ignores inline disables, so one in shipped code would only hide a later refusal.
		files: [...shipped, 'package.json'],
		linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
	},
	{
		files: [...shipped, 'package.json'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
	},
	{
		files: ['**/*.ts'],
		extends: [
			eslint.configs.recommended,
			tseslint.configs.recommended,
			importX.flatConfigs.recommended,
		],
		settings: {
			'import-x/extensions': ['.ts', '.js'],
			'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
			'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })],
		},
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			// A file that is part of a circle cannot be loaded alone.
			'import-x/no-cycle': 'error',
		},
	},
	{
		files: shipped,
		rules: { 'no-console': 'error' },
	},
	{
		files: ['package.json'],
		plugins: { 'n8n-nodes-base': n8nNodesPlugin },
		languageOptions: { parser: tseslint.parser },
		rules: n8nNodesPlugin.configs.community.rules,
	},
	// Switched off below are the rules that n8n switches off for community nodes itself.
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesPlugin },
		rules: {
			...n8nNodesPlugin.configs.credentials.rules,
			// wants a key of n8n's own documentation instead of an address
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			// credential-password-field of the community plugin is more accurate
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesPlugin },
		rules: {
			...n8nNodesPlugin.configs.nodes.rules,
			// inputs and outputs are NodeConnectionTypes.Main instead of the string 'main'
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			// a service may have a real maximum
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
	// Everything that is not shipped: tests, sandbox, demo, tooling. Plain Node.
	{
		files: [...commonJs, '**/*.mjs'],
		extends: [eslint.configs.recommended],
		languageOptions: { ecmaVersion: 2023, globals: nodeGlobals },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		// { a, ...rest } is the plain way to leave out `a`; only shipped code has to do without it.
		rules: { 'no-unused-vars': ['error', { ignoreRestSiblings: true }] },
	},
	{
		files: commonJs,
		ignores: inBrowser,
		languageOptions: { sourceType: 'commonjs', globals: commonJsGlobals },
	},
	{
		// Read by any Node, so that an old one hears of it: scripts/checkNode.js.
		files: ['demo/start.js', 'scripts/{checkNode,install,test}.js'],
		languageOptions: { ecmaVersion: 2018 },
	},
	{
		// also knows fetch, setTimeout and the like from above
		files: inBrowser,
		languageOptions: { globals: readonly(['document', 'window', 'location', 'EventSource']) },
	},
	{
		files: ['test/**/*.ts'],
		rules: { '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }] },
	},
	{
		files: ['test/**/*.ts', 'test/**/*.js'],
		languageOptions: {
			globals: readonly(
				'afterAll afterEach beforeAll beforeEach describe expect it jest test'.split(' '),
			),
		},
	},
);
