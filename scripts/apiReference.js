const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const YAML = require('yaml');
const { code, ended, escaped, link, table } = require('./reference/markdown');
const { operationLines, operationsOf } = require('./reference/operation');
const { describer, headingOf } = require('./reference/schema');
const { refuse } = require('./verify/problems');

/**
 * The pages about both APIs: prose by hand and, between markers, what the contracts say. A marker
 * names a tag of the contract, `webhooks`, or objects that nothing else leads to.
 */
const PAGES = ['lox24', 'voipnow'].map((name) => ({
	page: join('docs', 'api', `${name}.md`),
	contract: join('sandbox', 'openapi', `${name}.yaml`),
}));
const BLOCK = /<!-- contract: (.+?) -->\n[^]*?<!-- end -->/g;
const OBJECTS = 'objects ';

/** Takes references of the contract apart: `#/components/schemas/Sms`. */
function lookUpIn(document) {
	return (reference) => {
		const steps = reference.replace('#/', '').split('/');
		return steps.reduce((found, step) => found[step], document);
	};
}

/** Fills the blocks of a page, from its first to its last: each object is told once. */
function filler(document) {
	const lookUp = lookUpIn(document);
	const operations = operationsOf(document);
	const toTell = [];
	const seen = new Set();
	const need = (name) => {
		if (!seen.has(name)) toTell.push(name);
		seen.add(name);
	};
	const words = describer(lookUp, need);
	const page = { lookUp, words, told: { queries: [], outside: new Set() } };

	function objectLines(name) {
		const schema = document.components.schemas[name];
		const { bases, always, rows } = words.fieldsOf(schema);
		const sentences = [
			escaped(schema.description),
			bases.length > 0 && `Has the fields of ${bases.join(' and ')}`,
			always.length > 0 && `Always there: ${always.join(', ')}`,
		];
		const introduction = sentences
			.filter(Boolean)
			.map((text) => text.replace(/\.?$/, '.'))
			.join(' ');
		return [
			`#### ${headingOf(name)}`,
			'',
			...(introduction ? [introduction, ''] : []),
			...table(['Field', 'Type', 'Notes'], rows),
		];
	}

	/** Describing an object may lead to others. */
	function neededObjects() {
		const lines = [];
		while (toTell.length > 0) lines.push(...objectLines(toTell.shift()));
		return lines;
	}

	function webhookLines() {
		const events = Object.entries(document.webhooks).map(([name, { post }]) => {
			const [, { properties }] = post.requestBody.content['application/json'].schema.allOf;
			return `- ${code(name)}: ${ended(post.summary)} Data: ${words.typeOf(properties.data)}.`;
		});
		need('Event');
		return [`All events: the envelope ${link('Event', headingOf('Event'))}.`, '', ...events, ''];
	}

	return (name) => {
		const lines = [];
		if (name === 'webhooks') lines.push(...webhookLines());
		else if (name.startsWith(OBJECTS)) name.slice(OBJECTS.length).split(' ').forEach(need);
		else {
			const own = operations.filter(({ tags }) => tags.includes(name));
			lines.push(...own.flatMap((operation) => operationLines(operation, page)));
		}
		return [...lines, ...neededObjects()];
	};
}

/** Every tag of a contract has its place in the page, and every place something to say. */
function refuseLostTags(page, markers, { tags, webhooks }) {
	const expected = [...tags.map(({ name }) => name), ...(webhooks ? ['webhooks'] : [])];
	const present = markers.filter((name) => !name.startsWith(OBJECTS));
	refuse(
		`${page} lacks a marker for`,
		expected.filter((name) => !present.includes(name)),
	);
	refuse(
		`${page} has a marker too many for`,
		present.filter((name, index) => !expected.includes(name) || present.indexOf(name) !== index),
	);
}

/**
 * @param {string} text of the page, with blocks of any age
 * @param {object} document the contract, parsed
 * @returns {string} the page with current blocks
 */
function fill(text, document) {
	const linesOf = filler(document);
	return text.replace(BLOCK, (_, name) =>
		[`<!-- contract: ${name} -->`, '', ...linesOf(name), '<!-- end -->'].join('\n'),
	);
}

function pagesOf(folder) {
	return PAGES.map(({ page, contract }) => {
		const present = readFileSync(join(folder, page), 'utf8');
		const document = YAML.parse(readFileSync(join(folder, contract), 'utf8'));
		refuseLostTags(
			page,
			[...present.matchAll(BLOCK)].map(([, name]) => name),
			document,
		);
		return { page, present, current: fill(present, document) };
	});
}

function writeApiReference(folder) {
	for (const { page, current } of pagesOf(folder)) writeFileSync(join(folder, page), current);
}

function checkApiReference(folder) {
	const old = pagesOf(folder).filter(({ present, current }) => present !== current);
	refuse(
		'The facts about the APIs are not current',
		old.map(({ page }) => `${page}: run npx gulp docs`),
	);
}

module.exports = { checkApiReference, fill, writeApiReference };
