import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { anchor } from '../../scripts/reference/markdown';

/** Comments cite a page of docs/ by heading, so that a fact can be looked up where it is used. */
const root = join(__dirname, '../..');
const FOLDERS = ['nodes', 'credentials', 'sandbox', 'test', 'bench', 'demo', 'scripts'];
const LEFT_OUT = new Set(['node_modules', 'benchmarks', 'expected', '.results']);

function filesIn(folder: string, ending: RegExp): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter(({ name }) => !LEFT_OUT.has(name))
		.flatMap((entry) => {
			const path = join(folder, entry.name);
			if (entry.isDirectory()) return filesIn(path, ending);
			return ending.test(entry.name) ? [path] : [];
		});
}

/** A comment on one line, whatever it is wrapped like. */
const flat = (text: string) => text.replace(/\s*\n\s*(?:\*(?!\/)|\/\/|#)?\s*/g, ' ');

const sources = FOLDERS.flatMap((name) => filesIn(join(root, name), /\.(?:ts|js|ya?ml)$/))
	.filter((path) => path !== __filename)
	.map((path) => ({ path: relative(root, path), text: flat(readFileSync(path, 'utf8')) }));

const pages = new Map(
	filesIn(join(root, 'docs'), /\.md$/).map((path) => [
		relative(root, path),
		[...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading),
	]),
);

interface Citation {
	path: string;
	page: string;
	/** Without one, the citation names only the page. */
	headings: string[];
}

const CITATION = /\b(docs\/[\w/-]+\.md)((?:(?:, and|,| and)? "[^"]+")*)/g;

const citations: Citation[] = sources.flatMap(({ path, text }) =>
	[...text.matchAll(CITATION)].map(([, page, quoted]) => ({
		path,
		page,
		headings: [...quoted.matchAll(/"([^"]+)"/g)].map(([, heading]) => heading),
	})),
);

test('sources cite both pages about the APIs', () => {
	const cited = new Set(citations.filter(({ headings }) => headings.length > 0).map((c) => c.page));

	expect(cited).toEqual(new Set(['docs/api/lox24.md', 'docs/api/voipnow.md']));
});

test('every citation leads to a heading of an existing page', () => {
	const lost = citations.flatMap(({ path, page, headings }) => {
		const known = pages.get(page);
		if (!known) return [`${path}: ${page} does not exist`];
		return headings
			.filter((heading) => !known.includes(heading))
			.map((heading) => `${path}: ${page} has no heading "${heading}"`);
	});

	expect(lost).toEqual([]);
});

test('nothing cites what is not in the repository', () => {
	const elsewhere =
		/\breference, (?:sections? )?\d|\bdesign, section\b|\b(?:lox24-api|voipnow-uapi)\b/;

	expect(sources.filter(({ text }) => elsewhere.test(text)).map(({ path }) => path)).toEqual([]);
});

test.each(['docs/api/lox24.md', 'docs/api/voipnow.md'])('headings of %s are unique', (page) => {
	const headings = pages.get(page)!;

	expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).toEqual([]);
});

/** npm shows an SVG only by its absolute address; it is checked like a path of this repository. */
const OURS = 'https://raw.githubusercontent.com/lox24-voipnow/n8n-nodes-lox24-voipnow/main/';

const texts = [
	...pages.keys(),
	'README.md',
	'CONTRIBUTING.md',
	'examples/README.md',
	'sandbox/README.md',
].map((path) => ({
	path,
	text: readFileSync(join(root, path), 'utf8'),
}));

test('pictures by absolute address exist', () => {
	const sources = texts.flatMap(({ text }) => [...text.matchAll(/src="(https:[^"]+)"/g)]);
	const lost = sources
		.map(([, source]) => source)
		.filter((source) => !source.startsWith(OURS) || !existsSync(source.replace(OURS, `${root}/`)));

	expect(sources.length).toBeGreaterThan(0);
	expect(lost).toEqual([]);
});

test('links between the pages lead to a file and a heading that exist', () => {
	const lost = texts.flatMap(({ path, text }) => {
		const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
		return links
			.filter(([, file, heading]) => {
				const target = file ? relative(root, join(root, dirname(path), file)) : path;
				if (!existsSync(join(root, target))) return true;
				const page = texts.find((other) => other.path === target)?.text ?? '';
				const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) => anchor(title));
				return heading !== undefined && !anchors.includes(heading);
			})
			.map(([link]) => `${path}: ${link}`);
	});

	expect(lost).toEqual([]);
});
