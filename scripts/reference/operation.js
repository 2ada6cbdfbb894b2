const { code, ended, escaped, link, table } = require('./markdown');

/** Operations of a contract as Markdown. */

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const JSON_TYPES = ['application/json', 'application/ld+json'];
/** How many parameters make it worth a look at another operation. */
const MANY = 4;

/** @returns operations of a contract with the parameters of their paths */
function operationsOf({ paths }) {
	return Object.entries(paths).flatMap(([path, item]) =>
		METHODS.filter((method) => item[method]).map((method) => ({
			...item[method],
			heading: `${method.toUpperCase()} ${path}`,
			parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])],
		})),
	);
}

/** `created_at[gte]` is a form of `created_at`; `_order[...]` and `exists[...]` are names. */
function formOf(name) {
	const [, base, form] = /^(?!_order|exists)([^[]+)(\[\w*\])$/.exec(name) ?? [undefined, name, ''];
	return { base, form };
}

/** One row for all forms of a parameter. */
function parameterRows(parameters, { typeOf, notesOf }) {
	const rows = new Map();
	for (const { name, in: where, required, description, schema } of parameters) {
		const { base, form } = formOf(name);
		const known = rows.get(base);
		if (known) {
			known.Notes = known.Notes.replace(/, exact$/, '');
			known.Forms = [known.Forms || '`=`', code(form)].join(' ');
			continue;
		}
		const notes = [escaped(description).replace(/\.$/, ''), ...notesOf(schema)];
		rows.set(base, {
			Parameter: `${code(base)}${required ? ' \\*' : ''}`,
			where,
			Forms: form && code(form),
			Type: typeOf(schema),
			Notes: notes.filter(Boolean).join('; '),
		});
	}
	return [...rows.values()];
}

/** What stands in the path is told with the first operation that has it. */
function outsideQuery(rows, { outside }) {
	const texts = rows
		.filter(({ where }) => where !== 'query')
		.map(({ where, Parameter, Type, Notes }) => ({
			name: `- In the ${where}: ${Parameter}`,
			text: `- In the ${where}: ${Parameter} (${Type})${Notes ? `: ${Notes}` : ''}`,
		}));
	return texts.map(({ name, text }) => {
		if (outside.has(text)) return name;
		outside.add(text);
		return text;
	});
}

/** An object without a name is told by its fields. */
function bodyText(schema, { typeOf, fieldsOf }) {
	const { rows } = schema.$ref || schema.type !== 'object' ? { rows: [] } : fieldsOf(schema);
	if (rows.length === 0) return typeOf(schema);
	return rows.map(({ Field, Type }) => `${Field} (${Type})`).join(', ');
}

function contentText(content, words) {
	const [json, ld] = JSON_TYPES.map((type) => content[type]);
	const others = Object.entries(content).filter(([type]) => !JSON_TYPES.includes(type));
	const texts = [
		json && bodyText(json.schema, words),
		!json && ld && `${bodyText(ld.schema, words)} as ${code(JSON_TYPES[1])}`,
		...others.map(([type, { schema }]) => `${bodyText(schema, words)} as ${code(type)}`),
	];
	return texts.filter(Boolean).join(' or ');
}

function responseLines(responses, lookUp, words) {
	const resolved = Object.entries(responses).map(([status, response]) => [
		status,
		response.$ref ? lookUp(response.$ref) : response,
	]);
	const errors = resolved.filter(([status]) => status >= 400).map(([status]) => status);
	const others = resolved.filter(([status]) => status < 400);
	return [
		...others.map(([status, { description, content }]) => {
			const text = content ? `${contentText(content, words)}. ` : '';
			return `- ${status}: ${text}${ended(description)}`;
		}),
		...(errors.length > 0 ? [`- Errors: ${errors.join(', ')}`] : []),
	];
}

/** Lists of parameters that an operation shares with one before it are told there. */
function sameAs(rows, told) {
	const isIn = (row, others) =>
		others.some((other) => JSON.stringify(other) === JSON.stringify(row));
	if (rows.length < MANY) return undefined;
	const before = told.find((other) => rows.every((row) => isIn(row, other.rows)));
	return before && { ...before, without: before.rows.filter((row) => !isIn(row, rows)) };
}

/**
 * @param {object} operation one of operationsOf
 * @param {{ lookUp: Function, words: object, told: { queries: object[], outside: Set<string> } }} page what its operations share
 * @returns {string[]} lines
 */
function operationLines(operation, { lookUp, words, told }) {
	const { heading, summary, description, operationId, requestBody, responses } = operation;
	const parameters = operation.parameters.map((parameter) =>
		parameter.$ref ? lookUp(parameter.$ref) : parameter,
	);
	const rows = parameterRows(parameters, words);
	const query = rows.filter(({ where }) => where === 'query');
	const same = sameAs(query, told.queries);
	if (!same && query.length >= MANY) told.queries.push({ heading, rows: query });
	const without = same?.without.map(({ Parameter }) => Parameter).join(', ');
	const body = requestBody?.$ref ? lookUp(requestBody.$ref) : requestBody;
	return [
		`#### ${heading}`,
		'',
		[summary, description]
			.filter(Boolean)
			.map(ended)
			.join(' ')
			.concat(` Id ${code(operationId)}.`),
		'',
		...table(['Parameter', 'Forms', 'Type', 'Notes'], same ? [] : query),
		...outsideQuery(rows, told),
		...(same ? [`- Query: as ${link(same.heading)}${without ? `, without ${without}` : ''}`] : []),
		...(body ? [`- Body: ${contentText(body.content, words)}`] : []),
		...responseLines(responses, lookUp, words),
		'',
	];
}

module.exports = { operationLines, operationsOf };
