const { ANY_KEY } = require('./samples');

/** The editor draws the first of several types, so what has parts comes first and null last. */
const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

/** What is known of a place in the values seen so far. */
class Shape {
	types = new Set();

	properties = new Map();

	items = undefined;

	add(value) {
		const type = typeOf(value);
		this.types.add(type);
		if (type === 'array') for (const entry of value) (this.items ??= new Shape()).add(entry);
		if (type !== 'object') return;
		for (const [name, part] of Object.entries(value)) {
			if (part === undefined) continue;
			if (!this.properties.has(name)) this.properties.set(name, new Shape());
			this.properties.get(name).add(part);
		}
	}

	/** As JSON Schema. An object of which no part is known may have any. */
	toSchema() {
		const schema = this.toType();
		const { [ANY_KEY]: table, ...named } = Object.fromEntries(
			[...this.properties].map(([name, part]) => [name, part.toSchema()]),
		);
		if (Object.keys(named).length > 0) schema.properties = named;
		if (table) schema.additionalProperties = table;
		if (this.items) schema.items = this.items.toSchema();
		return schema;
	}

	toType() {
		// Whole numbers are numbers.
		const isSeen = (type) =>
			this.types.has(type) && !(type === 'integer' && this.types.has('number'));
		const types = TYPES.filter(isSeen);
		const [type, ...others] = types;
		if (others.length === 0) return { type };
		// n8n 2.41 shows the parts only if the type is no list; JSON Schema in OpenAPI has this.
		const hasParts = type === 'object' || type === 'array';
		return hasParts && others[0] === 'null' ? { type, nullable: true } : { type: types };
	}
}

function typeOf(value) {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

module.exports = { Shape };
