import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { BadInput, prepared, shown } from '../../shared/input/badInput';
import { AN_AMOUNT, checkShape, type Shape } from '../../shared/input/path';
import { isEmpty } from '../../shared/input/query';
import { unixSeconds } from '../../shared/input/time';

/** What every filter field has. */
type Field = Pick<INodeProperties, 'displayName' | 'name' | 'description'>;

/**
 * Several texts or numbers for one filter: any of them matches.
 *
 * @param shape what each value must look like. A filter the service does not understand may be
 * ignored by it, and then too much would match.
 */
export function manyValues(
	field: Field & Partial<INodeProperties>,
	wireName: string,
	shape?: Omit<Shape, 'label'>,
): INodeProperties {
	const key = `${wireName}[]`;
	const check = shape && { ...shape, label: field.displayName };
	return {
		type: 'string',
		default: '',
		...field,
		typeOptions: { ...field.typeOptions, multipleValues: true },
		routing: {
			send: {
				...inQuery(key),
				preSend: check
					? [convertQuery(key, (value) => (isEmpty(value) ? value : checkShape(value, check)))]
					: [],
			},
		},
	};
}

/** Several codes out of a table. Codes the table lacks can be given by an expression. */
export function manyCodes(
	field: Field,
	wireName: string,
	options: INodePropertyOptions[],
): INodeProperties {
	return {
		type: 'multiOptions',
		default: [],
		...field,
		options,
		routing: { send: inQuery(`${wireName}[]`) },
	};
}

/** A text that has to occur in the field. */
export function contains(
	field: Field & Partial<INodeProperties>,
	wireName: string,
): INodeProperties {
	return { type: 'string', default: '', ...field, routing: { send: inQuery(wireName) } };
}

/** One code out of a table, where the service takes no more than one. */
export function oneOf(
	field: Field,
	wireName: string,
	options: INodePropertyOptions[],
): INodeProperties {
	return {
		type: 'options',
		default: options[0].value as string,
		...field,
		options,
		routing: { send: inQuery(wireName) },
	};
}

/** Order of a list by one field. */
export function sortBy(
	field: Pick<INodeProperties, 'displayName' | 'name'>,
	wireName: string,
): INodeProperties {
	return {
		...field,
		type: 'options',
		options: [
			{ name: 'Ascending', value: 'asc' },
			{ name: 'Descending', value: 'desc' },
		],
		default: 'desc',
		description: 'Order in which the entries come',
		routing: { send: inQuery(`_order[${wireName}]`) },
	};
}

/** Whether a field has a value; documented once, for `paid_at` (lox24-api reference, 2.5). */
export function exists(field: Field, wireName: string): INodeProperties {
	return yesOrNo(field, `exists[${wireName}]`);
}

/** Several exact amounts of money. */
export function manyAmounts(field: Field, wireName: string): INodeProperties {
	return manyValues({ ...field, type: 'number', default: 0 }, wireName, AN_AMOUNT);
}

/** A span of amounts of money; either end may be left open. */
export function amountRange(field: Field, wireName: string): INodeProperties {
	return range(field, wireName, { type: 'string', default: '' }, (end) =>
		convertQuery(end, (value) =>
			isEmpty(value) ? value : checkShape(value, { ...AN_AMOUNT, label: field.displayName }),
		),
	);
}

/** A filter that is either set or not; LOX24's own client writes 1 and 0. */
export function yesOrNo(field: Field, wireName: string): INodeProperties {
	return {
		type: 'boolean',
		default: true,
		...field,
		routing: {
			send: {
				...inQuery(wireName),
				preSend: [convertQuery(wireName, (value) => toFlag(value, field.displayName))],
			},
		},
	};
}

const YES = /^(true|1)$/i;
const NO = /^(false|0)$/i;

/** A cell of a spreadsheet says "false" as a text, which JavaScript takes for true. */
function toFlag(value: unknown, label: string): string | undefined {
	if (isEmpty(value)) return undefined;
	if (typeof value !== 'object' && YES.test(String(value))) return '1';
	if (typeof value !== 'object' && NO.test(String(value))) return '0';
	throw new BadInput(
		`${label} is neither true nor false: ${shown(value)}`,
		'Expected true, false, 1 or 0. Nothing was sent.',
	);
}

/** Several exact points in time, sent as unix seconds. */
export function manyTimes(field: Field, wireName: string): INodeProperties {
	const key = `${wireName}[]`;
	return {
		type: 'dateTime',
		default: '',
		...field,
		typeOptions: { multipleValues: true },
		routing: { send: { ...inQuery(key), preSend: [toUnixSeconds(key, field.displayName)] } },
	};
}

/** A period; either end may be left open. Both ends belong to it. */
export function timeRange(field: Field, wireName: string): INodeProperties {
	return range(field, wireName, { type: 'dateTime', default: '' }, (end) =>
		toUnixSeconds(end, field.displayName),
	);
}

/** A span of numbers; either end may be left open. Both ends belong to it. */
export function numberRange(field: Field, wireName: string): INodeProperties {
	return range(field, wireName, { type: 'string', default: '' }, (end) =>
		toWholeNumber(end, field.displayName),
	);
}

/**
 * From and to of the `field[gte]`, `field[lte]`, `field[between]` grammar (lox24-api reference,
 * section 2.5).
 */
function range(
	field: Field,
	wireName: string,
	end: Pick<INodeProperties, 'type' | 'default'>,
	convert: (key: string) => ReturnType<typeof prepared>,
): INodeProperties {
	const from = `${wireName}[gte]`;
	const to = `${wireName}[lte]`;
	return {
		...field,
		type: 'fixedCollection',
		default: {},
		options: [
			{
				displayName: 'Range',
				name: 'range',
				values: [
					{
						displayName: 'From',
						name: 'from',
						...end,
						description: 'Leave empty for no lower end',
						routing: { send: { ...inQuery(from), preSend: [convert(from)] } },
					},
					{
						displayName: 'To',
						name: 'to',
						...end,
						description: 'Leave empty for no upper end',
						routing: {
							send: {
								...inQuery(to),
								preSend: [convert(to), between(wireName, field.displayName)],
							},
						},
					},
				],
			},
		],
	};
}

function inQuery(property: string) {
	return { type: 'query' as const, property, propertyInDotNotation: false };
}

function between(wireName: string, label: string) {
	return prepared((request) => {
		const { [`${wireName}[gte]`]: from, [`${wireName}[lte]`]: to, ...rest } = request.qs ?? {};
		if (isEmpty(from) || isEmpty(to)) return;
		if (Number(from) > Number(to)) {
			throw new BadInput(
				`${label} ends before it begins`,
				'"From" has to come before "To". Nothing was sent.',
			);
		}
		request.qs = { ...rest, [`${wireName}[between]`]: `${from}..${to}` };
	});
}

function toUnixSeconds(key: string, label: string) {
	return convertQuery(key, function (value) {
		return isEmpty(value) ? value : unixSeconds(value, this.getTimezone(), label);
	});
}

function toWholeNumber(key: string, label: string) {
	return convertQuery(key, (value) => {
		if (isEmpty(value)) return value;
		if (!/^\d+$/.test(String(value))) {
			throw new BadInput(
				`${label} is not a whole number: ${shown(value)}`,
				'Expected digits only, such as 160. Nothing was sent.',
			);
		}
		return Number(value);
	});
}

/** Converts one key of the query, each value by itself where there are several. */
function convertQuery(
	key: string,
	convert: (this: { getTimezone(): string }, value: unknown) => unknown,
) {
	return prepared(function (request) {
		if (!request.qs || !(key in request.qs)) return;
		const value: unknown = request.qs[key];
		request.qs[key] = (
			Array.isArray(value) ? value.map((one) => convert.call(this, one)) : convert.call(this, value)
		) as string;
	});
}
