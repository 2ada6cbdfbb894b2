import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, inQuery } from '../../shared/description/fields';
import { BadInput, prepared } from '../../shared/input/badInput';
import { choice, kind, listOf, type Reader, shaped, text } from '../../shared/input/kind';
import { isEmpty } from '../../shared/input/query';

/** Comparisons for filters; each list supports some. */
const COMPARISONS = {
	contains: 'Contains',
	equals: 'Equals',
	greaterThan: 'Greater Than',
	inArray: 'Is One Of',
	present: 'Is Present',
	lessThan: 'Less Than',
	startsWith: 'Starts With',
};

/** Names of fields; an option if a field needs a description. */
type FieldNames = Array<string | INodePropertyOptions>;

/** Parameters of a list besides its pages. */
export interface ListParameters {
	/** Fields that the list can be filtered by. */
	filterBy: INodePropertyOptions[];
	/** The comparisons it knows; without them `filterOp` is not offered. */
	filterOps?: Array<keyof typeof COMPARISONS>;
	/** Helps to fill in the value. */
	filterValue?: Pick<INodeProperties, 'placeholder' | 'hint'>;
	/** Fields of an entry, of which some can be chosen. */
	fields: FieldNames;
	/** Completes "Sort direction by …"; the field itself cannot be chosen. */
	orderedBy: string;
}

/**
 * The standard list parameters in one collection, `filters` (docs/api/voipnow.md, "Standard list
 * parameters"). `count` and `startIndex` are not among them: Return All and Limit take care of
 * them.
 *
 * @param more filters that only this list has
 */
export function listFilters(
	{ filterBy, filterOps = [], filterValue = {}, fields, orderedBy }: ListParameters,
	more: INodeProperties[] = [],
): INodeProperties {
	const condition = filter(filterBy, filterOps, filterValue);
	const standard = [fieldsToReturn(fields), condition, sortOrder(orderedBy)];
	const inOrder = [...standard, ...more].sort((one, other) =>
		one.displayName.localeCompare(other.displayName),
	);
	return filterCollection(inOrder);
}

/** One condition; the service takes no more than one. */
function filter(
	filterBy: INodePropertyOptions[],
	filterOps: Array<keyof typeof COMPARISONS>,
	help: Pick<INodeProperties, 'placeholder' | 'hint'>,
): INodeProperties {
	const field = oneOf(
		{ displayName: 'Field', name: 'filterBy', description: 'The field to compare' },
		'filterBy',
		filterBy,
	);
	return {
		displayName: 'Filter',
		name: 'filter',
		type: 'fixedCollection',
		default: {},
		description: 'Return only entries that meet this condition',
		options: [
			{
				displayName: 'Condition',
				name: 'condition',
				values: [
					field,
					...(filterOps.length > 0 ? [comparison(filterOps)] : []),
					{
						displayName: 'Value',
						name: 'filterValue',
						type: 'string',
						default: '',
						...help,
						description: 'The value to compare with; separate several with commas',
						routing: {
							send: {
								type: 'query',
								property: 'filterValue',
								preSend: [kind(texts), requireValue],
							},
						},
					},
				],
			},
		],
	};
}

function comparison(filterOps: Array<keyof typeof COMPARISONS>): INodeProperties {
	const options = filterOps
		.map((value) => ({ name: COMPARISONS[value], value }))
		.sort((one, other) => one.name.localeCompare(other.name));
	const field = {
		displayName: 'Comparison',
		name: 'filterOp',
		description: 'How to compare the two',
	};
	return { ...oneOf(field, 'filterOp', options), default: 'equals' };
}

/** Without a value, a condition would match everything, or be refused. */
const requireValue = prepared((request) => {
	const { filterOp, filterValue, ...rest } = request.qs ?? {};
	if (filterOp === 'present') {
		request.qs = { ...rest, filterOp };
	} else if (isEmpty(filterValue)) {
		throw new BadInput(
			'Value of the filter is empty',
			'Enter the value to compare with, or remove the filter. Nothing was sent.',
		);
	}
});

/** An expression may give a list, or the text as it goes out. */
const texts: Reader = (value, about) => {
	const several = listOf(text())(value, about) as string[] | undefined;
	return several?.join(',');
};

/** Names of fields, several in one text too. */
const fieldNames: Reader = (value, about) => {
	const name = shaped({
		pattern: /^[A-Za-z]+(,[A-Za-z]+)*$/,
		expected: 'names of fields such as id',
	});
	const several = listOf(name)(value, about) as string[] | undefined;
	return several?.join(',');
};

/** One value out of a table. */
export function oneOf(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	wireName: string,
	options: INodePropertyOptions[],
): INodeProperties {
	const [first] = options;
	const property: INodeProperties = { type: 'options', default: first.value, ...field, options };
	return inQuery(property, wireName, choice(options));
}

/** The same with the ID, which tells what VoipNow has done from a request that was sent back. */
const fieldNamesAndId: Reader = (value, about) => {
	const names = fieldNames(value, about) as string | undefined;
	return names === undefined || names.split(',').includes('id') ? names : `${names},id`;
};

/**
 * Lets the response have some of these fields only.
 *
 * @param reader of the names, as they go out
 */
export function fieldsToReturn(fields: FieldNames, reader = fieldNames): INodeProperties {
	return {
		displayName: 'Fields',
		name: 'fields',
		type: 'multiOptions',
		options: fields.map((field) =>
			typeof field === 'string' ? { name: field, value: field } : field,
		),
		default: [],
		description: 'Return only these fields, if VoipNow knows them; leave empty for all',
		routing: { send: { type: 'query', property: 'fields', preSend: [kind(reader)] } },
	};
}

/** The same where something is made or ended: `onlyChosen` takes the ID away again. */
export function fieldsOfChange(fields: FieldNames): INodeProperties {
	return fieldsToReturn(fields, fieldNamesAndId);
}

/**
 * The words of the vendor's own client; two spellings are documented (docs/api/voipnow.md,
 * "Disagreements between sources").
 */
function sortOrder(orderedBy: string): INodeProperties {
	return oneOf(
		{
			displayName: 'Sort Order',
			name: 'sortOrder',
			description: `Sort direction by ${orderedBy}`,
		},
		'sortOrder',
		[
			{ name: 'Ascending', value: 'ascending' },
			{ name: 'Descending', value: 'descending' },
		],
	);
}
