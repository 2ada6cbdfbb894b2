/** Stands for every key of an object that is a table. */
const ANY_KEY = '*';

/** A text with a pattern may be read as what it looks like, so the samples have to look like it. */
const TEXTS = ['text', '1', '+4915112345678', '2026-01-01T00:00:00+00:00'];

/**
 * Values that a schema of a contract allows: not all combinations, but each alternative of each
 * part occurs in at least one of them.
 *
 * @param {object} schema references resolved
 * @returns {unknown[]}
 */
function samplesOf(schema) {
	const { allOf, oneOf, anyOf, if: condition, then, else: otherwise, ...own } = schema;
	if (allOf) return samplesOf(allOf.reduce(together, own));
	const alternatives =
		oneOf ?? anyOf ?? (condition && [together(condition, then ?? {}), otherwise ?? {}]);
	if (alternatives) return alternatives.flatMap((one) => samplesOf(together(own, one)));
	if (schema.enum) return schema.enum;
	if ('const' in schema) return [schema.const];
	if (Array.isArray(schema.type)) {
		return schema.type.flatMap((type) => samplesOf({ ...schema, type }));
	}
	return samplesOfType[schema.type ?? (schema.items ? 'array' : 'object')](schema);
}

const samplesOfType = {
	null: () => [null],
	boolean: () => [true, false],
	// Codes are small numbers, or new; 0 stands for "not yet" in times.
	integer: ({ minimum = 0, maximum = Infinity }) =>
		[1, 2, 0, 999, minimum].filter((value) => value >= minimum && value <= maximum),
	number: () => [1.5],
	string: ({ pattern }) => [
		TEXTS.find((text) => !pattern || new RegExp(pattern, 'u').test(text)) ?? TEXTS[0],
	],
	array: ({ items, maxItems, minItems = 1 }) =>
		items && maxItems !== 0
			? samplesOf(items).map((one) => Array.from({ length: minItems }, () => one))
			: [[]],
	object({ properties = {}, required, additionalProperties, patternProperties = {} }) {
		const [table] = [...Object.values(patternProperties), additionalProperties];
		const parts = Object.entries(properties);
		if (typeof table === 'object') parts.push([ANY_KEY, table]);
		const samples = parts.map(([name, part]) => [name, samplesOf(part)]);
		const count = Math.max(1, ...samples.map(([, values]) => values.length));
		const whole = Array.from({ length: count }, (_, index) =>
			Object.fromEntries(samples.map(([name, values]) => [name, values[index % values.length]])),
		);
		if (!required) return whole;
		const least = Object.entries(whole[0]).filter(([name]) => required.includes(name));
		return [...whole, Object.fromEntries(least)];
	},
};

/** What has to fit both schemas. */
function together(one, other) {
	const both = { ...one, ...other };
	if (one.items && other.items) both.items = together(one.items, other.items);
	if (one.properties && other.properties) {
		both.properties = { ...one.properties };
		for (const [name, part] of Object.entries(other.properties)) {
			both.properties[name] = together(one.properties[name] ?? {}, part);
		}
	}
	if (one.allOf && other.allOf) both.allOf = [...one.allOf, ...other.allOf];
	return both;
}

module.exports = { ANY_KEY, samplesOf };
