import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { tryToParseDateTime } from 'n8n-workflow';

import { BadInput, prepared, shown } from './badInput';
import { checkShape, type Shape } from './path';
import { isEmpty } from './query';

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

/** A filter that is either set or not; LOX24's own client writes 1 and 0. */
export function yesOrNo(field: Field, wireName: string): INodeProperties {
	return {
		type: 'boolean',
		default: true,
		...field,
		routing: {
			send: {
				...inQuery(wireName),
				preSend: [convertQuery(wireName, (value) => (value ? '1' : '0'))],
			},
		},
	};
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

/**
 * Times without an offset are read in the workflow's time zone, as n8n shows them; a number is
 * taken for unix seconds.
 */
function toUnixSeconds(key: string, label: string) {
	return convertQuery(key, function (value) {
		if (isEmpty(value)) return value;
		if (/^\d{9,11}$/.test(String(value))) return Number(value);
		const seconds = parseTime(value, this.getTimezone());
		if (seconds !== undefined) return seconds;
		throw new BadInput(
			`${label} is not a date: ${shown(value)}`,
			'Expected a date and time such as 2026-11-21T09:30:00. Nothing was sent.',
		);
	});
}

/** @returns unix seconds, or nothing when it is not a date */
function parseTime(value: unknown, timezone: string): number | undefined {
	try {
		return Math.floor(tryToParseDateTime(value, timezone).toSeconds());
	} catch {
		return undefined;
	}
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
