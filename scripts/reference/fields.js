const { code, prose, sentence, table } = require('./markdown');

const COLUMNS = ['Field', 'Parameter', 'Type', 'Choices', 'Default', 'Example', 'Description'];

/** More choices than this are shortened to the first few. */
const MOST_CHOICES = 10;
const FIRST_CHOICES = 4;

const TYPES = {
	boolean: 'yes or no',
	dateTime: 'date and time',
	fixedCollection: 'group',
	json: 'JSON',
	multiOptions: 'several',
	number: 'number',
	options: 'choice',
	resourceLocator: 'ID',
	resourceMapper: 'column mapping',
	string: 'text',
};

const LISTS = {
	dateTime: 'list of dates and times',
	fixedCollection: 'list of entries',
	number: 'list of numbers',
	string: 'list of texts',
};

/** @param {import('n8n-workflow').INodeProperties} field */
function typeOf({ name, type, typeOptions = {} }) {
	const { multipleValues, minValue, maxValue } = typeOptions;
	const word = multipleValues ? LISTS[type] : TYPES[type];
	if (!word) throw new Error(`The reference has no word for the type ${type} of ${name}`);
	if (minValue === undefined) return word;
	return `${word}, ${minValue} ${maxValue === undefined ? 'or more' : `to ${maxValue}`}`;
}

const letters = (text) =>
	String(text)
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');

/** The value, and its name unless that says the same. */
function choice({ name, value }) {
	const own = name.startsWith(`${value} `) ? name.slice(`${value} `.length) : name;
	return letters(own) === letters(value) ? code(value) : `${code(value)} ${prose(own)}`;
}

function choicesOf({ type, typeOptions, options = [] }) {
	if (type !== 'options' && type !== 'multiOptions') return '';
	if (typeOptions?.loadOptionsMethod) return 'those of the account';
	if (options.length <= MOST_CHOICES) return options.map(choice).join(', ');
	return `${options.slice(0, FIRST_CHOICES).map(choice).join(', ')}, … (${options.length} in all)`;
}

function defaultOf({ type, default: given }) {
	const value = type === 'resourceLocator' ? given.value : given;
	if (type === 'resourceMapper') return code(value.mappingMode);
	if (value === '' || value === null || value === undefined) return '';
	if (typeof value !== 'object') return code(value);
	return Object.keys(value).length === 0 ? '' : code(JSON.stringify(value));
}

/** Other placeholders are the labels of buttons. */
function exampleOf({ placeholder, modes = [] }) {
	const texts = [placeholder, ...modes.map((mode) => mode.placeholder)];
	const example = texts.find((text) => text?.startsWith('e.g. '));
	return example ? code(example.slice('e.g. '.length)) : '';
}

/**
 * On which other fields it depends that this one is there.
 * @param {import('n8n-workflow').INodeProperties} field
 */
function conditionOf({ displayOptions: { show = {} } = {} }) {
	const OF_OPERATION = ['resource', 'operation', '/resource', '/operation'];
	return Object.entries(show)
		.filter(([name]) => !OF_OPERATION.includes(name))
		.map(([name, values]) => `Only if ${code(name)} is ${values.map(code).join(' or ')}.`)
		.join(' ');
}

function rowOf(field, parameter) {
	const sentences = [field.description, field.hint].filter(Boolean);
	const condition = conditionOf(field);
	const about =
		sentences.length + (condition ? 1 : 0) > 1 ? sentences.map(sentence) : sentences.map(prose);
	return {
		Field: `${prose(field.displayName)}${field.required ? ' \\*' : ''}`,
		Parameter: code(parameter),
		Type: typeOf(field),
		Choices: choicesOf(field),
		Default: defaultOf(field),
		Example: exampleOf(field),
		Description: [...about, condition].filter(Boolean).join(' '),
	};
}

/** A row for a field, and one for each field inside of it. A collection is only part of the path. */
function fieldRows(field, parents = []) {
	const { name, type, options = [] } = field;
	if (type === 'notice') return [];
	const path = [...parents, name];
	if (type === 'collection') return options.flatMap((option) => fieldRows(option, path));
	const inner =
		type === 'fixedCollection'
			? options.flatMap((option) =>
					option.values.flatMap((value) => fieldRows(value, [...path, option.name])),
				)
			: [];
	return [rowOf(field, path.join('.')), ...inner];
}

const fieldTable = (rows) => table(COLUMNS, rows);

module.exports = { fieldRows, fieldTable };
