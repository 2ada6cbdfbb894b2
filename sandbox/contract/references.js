'use strict';

/**
 * Puts what is referred to in the place of each local `$ref`. The same target becomes the same object. A
 * schema that contains itself is refused: the checks could not be compiled.
 * @param {object} document a parsed OpenAPI file
 * @returns {object} the document without references
 * @throws {Error} for a reference that leads nowhere or in a circle
 */
function resolveReferences(document) {
	const targets = new Map();
	const underway = new Set();

	function target(reference) {
		if (targets.has(reference)) return targets.get(reference);
		if (underway.has(reference)) throw new Error(`${reference} contains itself`);
		underway.add(reference);
		const found = reference
			.replace(/^#\//, '')
			.split('/')
			.reduce((part, key) => part?.[key.replace(/~1/g, '/').replace(/~0/g, '~')], document);
		if (found === undefined) throw new Error(`${reference} leads nowhere`);
		const resolved = copy(found);
		underway.delete(reference);
		targets.set(reference, resolved);
		return resolved;
	}

	function copy(node) {
		if (node === null || typeof node !== 'object') return node;
		if (Array.isArray(node)) return node.map(copy);
		if (typeof node.$ref === 'string') return target(node.$ref);
		return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, copy(value)]));
	}

	return copy(document);
}

module.exports = { resolveReferences };
