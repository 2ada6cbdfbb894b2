import type { INodeProperties } from 'n8n-workflow';

import { type Emptiness, kind, type Reader, text, usualReader } from '../input/kind';

const concurrency: INodeProperties = {
	displayName: 'Concurrency',
	name: 'concurrency',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 10,
	description: 'How many requests may be in flight at once',
};

export const ifUnknown: INodeProperties = {
	displayName: 'If the Outcome Is Unknown',
	name: 'ifUnknown',
	type: 'options',
	options: [
		{
			name: 'Leave It',
			value: 'leave',
			description: 'Report it as unknown: nobody gets it twice, but somebody may get nothing',
		},
		{
			name: 'Send Again',
			value: 'sendAgain',
			description: 'Send it once more: everybody gets it, but somebody may get it twice',
		},
	],
	default: 'leave',
	description:
		'What to do if the connection is lost before the response and a look-up cannot tell whether the request was carried out',
};

/** For operations with Update Fields. */
export const clearEmptyFields: INodeProperties = {
	displayName: 'Clear Empty Fields',
	name: 'clearEmptyFields',
	type: 'boolean',
	default: false,
	description:
		'Whether to clear fields that are empty under Update Fields, instead of refusing them',
};

/** Options of every operation; operations add their own. */
export const options: INodeProperties = optionsWith([]);

/** The same for an operation that costs money or rings a phone. */
export const sendOptions: INodeProperties = optionsWith([ifUnknown]);

export function optionsWith(own: INodeProperties[]): INodeProperties {
	// n8n requires them sorted by name.
	const all = [concurrency, ...own].sort((one, other) =>
		one.displayName.localeCompare(other.displayName),
	);
	return collection('Options', 'options', all, 'Add option');
}

type Field = Pick<INodeProperties, 'displayName' | 'name'> & Partial<INodeProperties>;

/**
 * A field of the JSON body.
 *
 * @param wireName name in the body; dots lead into objects inside of it
 * @param reader its kind; by default what the editor shows for it
 * @param refusesEmpty when it was added but is empty, and its absence costs something
 */
export function inBody(
	field: Field,
	wireName: string,
	reader?: Reader,
	refusesEmpty?: Emptiness,
): INodeProperties {
	const property: INodeProperties = { type: 'string', default: '', ...field };
	const preSend = [kind(reader ?? usualReader(property), refusesEmpty)];
	return { ...property, routing: { send: { type: 'body', property: wireName, preSend } } };
}

/** A field of the query; the parameters are those of `inBody`, but dots mean nothing. */
export function inQuery(
	field: Field,
	wireName: string,
	reader?: Reader,
	refusesEmpty?: Emptiness,
): INodeProperties {
	const { routing, ...property } = inBody(field, wireName, reader, refusesEmpty);
	const send = { ...routing?.send, type: 'query' as const, propertyInDotNotation: false };
	return { ...property, routing: { send } };
}

/** A text of the JSON body with a limited length. */
export function bodyText(field: Field, wireName: string, limit: number): INodeProperties {
	return inBody(field, wireName, text(limit));
}

/** Return All and Limit of a list. */
export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** The filters of a list, all optional. */
export function filterCollection(filters: INodeProperties[]): INodeProperties {
	return collection('Filters', 'filters', filters, 'Add filter');
}

/** What an operation can be given beyond what it needs. */
export function additionalFields(fields: INodeProperties[]): INodeProperties {
	return collection('Additional Fields', 'additionalFields', fields);
}

/** What an operation can change of something that exists. */
export function updateFields(fields: INodeProperties[]): INodeProperties {
	return collection('Update Fields', 'updateFields', fields);
}

function collection(
	displayName: string,
	name: string,
	fields: INodeProperties[],
	placeholder = 'Add field',
): INodeProperties {
	return { displayName, name, type: 'collection', placeholder, default: {}, options: fields };
}
