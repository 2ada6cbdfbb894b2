const { code, escaped, link } = require('./markdown');

/** Schemas of a contract as words and rows of a table. */

const headingOf = (name) => `Object ${name}`;

const unique = (values) => [...new Set(values)];

function list(values) {
	return values.map((value) => code(value)).join(', ');
}

/** What belongs to a schema, in itself and in the parts it is made of. */
function partsOf(schema, lookUp) {
	const own = schema.$ref ? lookUp(schema.$ref) : schema;
	const { allOf = [], oneOf = [], anyOf = [], then, else: otherwise } = own;
	const parts = [...allOf, ...oneOf, ...anyOf, then, otherwise].filter(Boolean);
	return [own, ...parts.flatMap((part) => partsOf(part, lookUp))];
}

/** Required whatever else is true; what only a variant requires is not. */
function requiredOf(schema, lookUp) {
	const own = schema.$ref ? lookUp(schema.$ref) : schema;
	const { required = [], allOf = [] } = own;
	return [...required, ...allOf.flatMap((part) => requiredOf(part, lookUp))];
}

/** Properties by name; one that several parts describe has all of their words. */
function propertiesOf(schema, lookUp) {
	const properties = new Map();
	for (const part of partsOf(schema, lookUp)) {
		for (const [name, property] of Object.entries(part.properties ?? {})) {
			const before = properties.get(name);
			properties.set(name, before ? { allOf: [before, property] } : property);
		}
	}
	return properties;
}

const isObject = (schema, lookUp) => propertiesOf(schema, lookUp).size > 0;

function range(from, to, unit = '') {
	if (from === undefined && to === undefined) return '';
	if (from === to) return `${from}${unit}`;
	if (to === undefined) return `from ${from}${unit}`;
	return from === undefined ? `up to ${to}${unit}` : `${from} to ${to}${unit}`;
}

const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-';
/** Says no more than the words "a number as a string". */
const DIGITS = '^-?\\d+$';

function limitsOf(part) {
	const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, format } = part;
	return [
		range(minimum, maximum),
		range(minLength, maxLength, ' characters'),
		range(minItems, maxItems, ' entries'),
		pattern && pattern !== DIGITS && (pattern.startsWith(UUID) ? 'UUID' : code(pattern)),
		format,
		part.contentMediaType && code(part.contentMediaType),
		part.default !== undefined && `default ${code(part.default)}`,
	].filter(Boolean);
}

/** What is told in place: objects with a name have a table of their own. */
function withoutNamed({ $ref, ...schema }) {
	const parts = ['allOf', 'oneOf', 'anyOf'].map((key) => [key, schema[key]?.map(withoutNamed)]);
	return $ref ? {} : { ...schema, ...Object.fromEntries(parts) };
}

/**
 * @param {(reference: string) => any} lookUp
 * @param {(name: string) => void} need is told of each object that the words lead to
 */
function describer(lookUp, need) {
	function objectLink(reference) {
		const name = reference.split('/').at(-1);
		need(name);
		return link(name, headingOf(name));
	}

	function typeOf(schema) {
		const { type, oneOf, anyOf, allOf } = schema.$ref ? lookUp(schema.$ref) : schema;
		const isNull = [type].flat().includes('null');
		const isChoice = [...(oneOf ?? anyOf ?? []), ...(allOf ?? [])].length > 0;
		const words = isChoice && !schema.$ref ? typesOfParts(schema) : ownTypeOf(schema);
		return isNull && !words.includes('null') ? `${words} or null` : words;
	}

	/** Words of all parts, each once. */
	function typesOfParts({ type, oneOf, anyOf, allOf = [] }) {
		const parts = [...(oneOf ?? anyOf ?? []), ...allOf].map(typeOf).filter(Boolean);
		const isFlat = parts.every((part) => !part.includes('list of'));
		const words = isFlat ? parts.flatMap((part) => part.split(' or ')) : parts;
		return unique(words).join(' or ') || [type ?? 'object'].flat().join(' or ');
	}

	function ownTypeOf(schema) {
		const { $ref, enum: values, type, items, additionalProperties } = schema;
		if (schema['x-row-schema']) return `list of ${objectLink(schema['x-row-schema'])}`;
		if ($ref && isObject(schema, lookUp) && !isList(lookUp($ref))) return objectLink($ref);
		if ($ref) return typeOf(lookUp($ref));
		if (isList(schema)) return typeOf({ type: 'array', ...schema.then });
		if ('const' in schema) return code(String(schema.const));
		if (values) return `one of ${list(unique(values.map(String)))}`;
		if (items) return `list of ${typeOf(items)}`;
		const types = [type ?? (isObject(schema, lookUp) ? 'object' : '')].flat();
		const text = types.join(' or ').replace('array', 'list');
		return additionalProperties?.$ref ? `${text} of ${typeOf(additionalProperties)}` : text;
	}

	/** Outcomes of rows are a list that may be wrapped; they are told as the list. */
	const isList = (schema) => schema.if?.type === 'array';

	function notesOf(schema) {
		if (schema.$ref && isObject(schema, lookUp)) return [];
		const parts = partsOf(schema, lookUp);
		const words = parts.map(({ description }) => escaped(description).replace(/\.$/, ''));
		return unique([...words, ...parts.flatMap(limitsOf)].filter(Boolean));
	}

	/** Rows of the properties; objects without a name of their own are told in place. */
	function rowsOf(schema, prefix = '') {
		const required = new Set(requiredOf(schema, lookUp));
		return [...propertiesOf(schema, lookUp)].flatMap(([name, property]) => {
			const path = `${prefix}${name}`;
			const row = {
				Field: `${code(path)}${required.has(name) ? ' \\*' : ''}`,
				Type: typeOf(property),
				Notes: notesOf(property).join('; '),
			};
			const inner = withoutNamed(property.items ?? property);
			return [row, ...rowsOf(inner, property.items ? `${path}[].` : `${path}.`)];
		});
	}

	/** An object that extends others names them instead of repeating their fields. */
	function fieldsOf({ allOf = [], ...own }) {
		const bases = allOf.filter((part) => part.$ref && isObject(part, lookUp));
		const rest = { ...own, allOf: allOf.filter((part) => !bases.includes(part)) };
		const present = requiredOf(rest, lookUp).filter(
			(name) => !propertiesOf(rest, lookUp).has(name),
		);
		return { bases: bases.map(typeOf), always: present.map(code), rows: rowsOf(rest) };
	}

	return { typeOf, notesOf, fieldsOf };
}

module.exports = { describer, headingOf };
