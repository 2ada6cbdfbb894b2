import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isObject } from '../response/response';
import { BadInput, prepared, shown } from './badInput';
import { isEmpty } from './query';
import { unixSeconds } from './time';

/** Shows a field only for one operation of one resource. */
export function showFor(resource: string, operation: string): INodeProperties['displayOptions'] {
	return { show: { resource: [resource], operation: [operation] } };
}

const concurrency: INodeProperties = {
	displayName: 'Concurrency',
	name: 'concurrency',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 10,
	description: 'How many requests may be on their way at the same time',
};

export const ifUnknown: INodeProperties = {
	displayName: 'If the Outcome Is Unknown',
	name: 'ifUnknown',
	type: 'options',
	options: [
		{
			name: 'Leave It',
			value: 'leave',
			description: 'Report it as unknown; nobody gets it twice, but somebody may get nothing',
		},
		{
			name: 'Send Again',
			value: 'sendAgain',
			description: 'Send it once more; everybody gets it, but somebody may get it twice',
		},
	],
	default: 'leave',
	description:
		'What to do if the connection is lost before the response and it cannot be found out whether the request was carried out',
};

/** How the node behaves; operations with options of their own add them to `options`. */
export const options: INodeProperties = optionsWith([]);

/** The same for an operation that costs money or makes a phone ring. */
export const sendOptions: INodeProperties = optionsWith([ifUnknown]);

export function optionsWith(own: INodeProperties[]): INodeProperties {
	const all = [concurrency, ...own];
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		// n8n wants them in the order of their names.
		options: all.sort((one, other) => one.displayName.localeCompare(other.displayName)),
	};
}

/**
 * A text of the JSON body.
 *
 * @param wireName name in the body
 * @param maxLength characters the service takes at most; longer text is refused before sending
 *
 * An empty text is not sent; where the field is required, it is refused as well.
 */
export function bodyText(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'> & Partial<INodeProperties>,
	wireName: string,
	maxLength: number,
): INodeProperties {
	return {
		type: 'string',
		default: '',
		...field,
		routing: {
			send: {
				type: 'body',
				property: wireName,
				preSend: [
					prepared(({ body }) => {
						const value = valueAt(body, wireName);
						if (isEmpty(value) && field.required) {
							throw new BadInput(
								`${field.displayName} is empty`,
								'The service requires it. Nothing was sent.',
							);
						}
						checkLength(field.displayName, value, maxLength);
					}),
				],
			},
		},
	};
}

/** n8n reads dots in a property as a path, so `address.city` lies inside of `address`. */
function valueAt(body: unknown, wireName: string): unknown {
	return wireName
		.split('.')
		.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), body);
}

/** A number, choice or switch of the JSON body; an empty one is not sent. */
export function bodyValue(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'type' | 'default'> &
		Partial<INodeProperties>,
	wireName: string,
): INodeProperties {
	return { ...field, routing: { send: { type: 'body', property: wireName } } };
}

/** A point in time of the JSON body, sent as unix seconds. */
export function bodyTime(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	wireName: string,
): INodeProperties {
	return {
		type: 'dateTime',
		default: '',
		...field,
		routing: {
			send: {
				type: 'body',
				property: wireName,
				preSend: [
					prepared(function ({ body }) {
						const fields = body as IDataObject;
						if (isEmpty(fields[wireName])) return;
						fields[wireName] = unixSeconds(fields[wireName], this.getTimezone(), field.displayName);
					}),
				],
			},
		},
	};
}

/** Return All and Limit of a list. */
export function listFields(displayOptions: INodeProperties['displayOptions']): INodeProperties[] {
	return [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
			displayOptions,
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
			displayOptions: { show: { ...displayOptions?.show, returnAll: [false] } },
		},
	];
}

/** The filters of a list, all of them optional. */
export function filterCollection(
	filters: INodeProperties[],
	displayOptions: INodeProperties['displayOptions'],
): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		displayOptions,
		options: filters,
	};
}

/** @throws BadInput when the text has more than `maxLength` characters */
export function checkLength(label: string, value: unknown, maxLength: number): void {
	if (value === undefined || value === null) return;
	const { length } = Array.from(String(value));
	if (length > maxLength) {
		throw new BadInput(
			`${label} is too long: ${length} characters, at most ${maxLength} are possible`,
			`The text begins with ${shown(String(value).slice(0, 40))}. Nothing was sent.`,
		);
	}
}
