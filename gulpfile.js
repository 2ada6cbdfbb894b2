const { spawnSync } = require('node:child_process');
const { rmSync } = require('node:fs');
const { basename } = require('node:path');
const { src, dest, series } = require('gulp');
const { checkApiReference, writeApiReference } = require('./scripts/apiReference');
const { checkReference, writeReference } = require('./scripts/operationsReference');
const { checkSchemas, writeSchemas } = require('./scripts/outputSchemas');
const { checkCodex } = require('./scripts/verify/codex');
const { checkContracts } = require('./scripts/verify/contracts');
const { checkPackage } = require('./scripts/verify/package');
const { withoutStack } = require('./scripts/verify/problems');
const { scanSource } = require('./scripts/verify/scan');

/** Runs a tool of node_modules with the Node that runs gulp; its output goes to the terminal. */
function tool(script, ...args) {
	const { status, error } = spawnSync(process.execPath, [script, ...args], {
		cwd: __dirname,
		stdio: 'inherit',
	});
	if (error) throw error;
	if (status !== 0) {
		// The tool has said what is wrong.
		throw withoutStack(`${basename(script)} ${args.join(' ')} ended with code ${status}`);
	}
}

// By file: the exports of these packages hide their commands from require.resolve.
const eslintCommand = `${__dirname}/node_modules/eslint/bin/eslint.js`;
const prettierCommand = `${__dirname}/node_modules/prettier/bin/prettier.cjs`;
const tscCommand = `${__dirname}/node_modules/typescript/bin/tsc`;

async function clean() {
	rmSync(`${__dirname}/dist`, { recursive: true, force: true });
}

async function compile() {
	tool(tscCommand, '--project', 'tsconfig.json');
}

function icons() {
	// gulp 5 reads files as UTF-8 text unless told otherwise, which destroys a PNG.
	return src('icons/*.{svg,png}', { encoding: false }).pipe(dest('dist/icons'));
}

function schemas() {
	return src('nodes/*/__schema__/**/*.json').pipe(dest('dist/nodes'));
}

async function codex() {
	checkCodex(__dirname);
}

async function writeDocs() {
	writeReference(__dirname);
	await writeSchemas(__dirname);
	writeApiReference(__dirname);
}

async function checkDocs() {
	checkReference(__dirname);
	await checkSchemas(__dirname);
	checkApiReference(__dirname);
}

async function rules() {
	tool(eslintCommand, '.', '--max-warnings', '0');
}

async function formatting() {
	tool(prettierCommand, '--check', '--log-level', 'warn', '.');
}

async function types() {
	tool(tscCommand, '--project', 'tsconfig.test.json');
	tool(tscCommand, '--project', 'tsconfig.js.json');
}

async function contracts() {
	await checkContracts(__dirname);
}

async function source() {
	await scanSource(__dirname);
}

async function packed() {
	await checkPackage(__dirname);
}

const build = series(clean, compile, icons, schemas, codex);
const lint = series(rules, formatting, types, contracts);
const docs = series(build, writeDocs, schemas);
const verify = series(build, checkDocs, lint, source, packed);

clean.description = 'Remove dist/';
build.description =
	'Compile to dist/ and put icons, output schemas and codex files beside the code';
docs.description =
	'Write docs/operations.md and the output schemas from the nodes, docs/api from the contracts';
lint.description =
	'ESLint with all rules of n8n, formatting, types of sources, tests and JavaScript, OpenAPI';
verify.description =
	'Build, check docs and output schemas, lint, scan as n8n does, pack and load what would be published';

module.exports = { clean, build, docs, lint, verify, default: build };
