import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { inQuery } from '../../shared/description/fields';
import { BadInput, prepared } from '../../shared/input/badInput';
import {
	choice,
	listOf,
	number,
	type Reader,
	shaped,
	text,
	usualReader,
	yesOrNo,
} from '../../shared/input/kind';
import { AN_AMOUNT, type Shape } from '../../shared/input/path';
import { isEmpty } from '../../shared/input/query';
import { time } from '../../shared/input/time';
import { filteredBy } from '../../shared/request/marks';

/** Common properties of filter fields. */
type Field = Pick<INodeProperties, 'displayName' | 'name' | 'description'>;

/**
 * Several texts or numbers for one filter, of which any matches.
 *
 * @param shape what each value must look like. A filter the service does not understand may be
 * ignored by it, and then too much would match.
 */
export function manyValues(
	field: Field & Partial<INodeProperties>,
	wireName: string,
	shape?: Omit<Shape, 'label'>,
): INodeProperties {
	return many(field, wireName, shape ? shaped(shape) : text());
}

/** Several codes from a table. An expression can give others. */
export function manyCodes(
	field: Field,
	wireName: string,
	options: INodePropertyOptions[],
): INodeProperties {
	const property: INodeProperties = { type: 'multiOptions', default: [], ...field, options };
	return inQuery(property, `${wireName}[]`, listOf(choice(options, true)));
}

/** A text that the field has to contain. */
export function contains(
	field: Field & Partial<INodeProperties>,
	wireName: string,
	reader: Reader = text(),
): INodeProperties {
	return inQuery(field, wireName, oneIn(reader));
}

/** A list of one counts as its entry; several are refused. */
export function oneIn(reader: Reader): Reader {
	return (value, about) =>
		reader(Array.isArray(value) && value.length === 1 ? value[0] : value, about);
}

/** Order of a list by one field. */
export function sortBy(
	field: Pick<INodeProperties, 'displayName' | 'name'>,
	wireName: string,
): INodeProperties {
	const property: INodeProperties = {
		...field,
		type: 'options',
		options: [
			{ name: 'Ascending', value: 'asc' },
			{ name: 'Descending', value: 'desc' },
		],
		default: 'desc',
		description: 'Order of the entries',
	};
	return inQuery(property, `_order[${wireName}]`);
}

/** Whether a field has a value; documented once, for `paid_at` (docs/api/lox24.md, "Filters"). */
export function exists(field: Field, wireName: string): INodeProperties {
	return switched(field, `exists[${wireName}]`);
}

/** Several exact amounts of money. */
export function manyAmounts(field: Field, wireName: string): INodeProperties {
	return manyValues({ ...field, type: 'number', default: 0 }, wireName, AN_AMOUNT);
}

/**
 * A filter that the list does not have and that workflows were made with. It must not reach LOX24,
 * which may ignore what it does not know and give everything: the node applies it itself.
 *
 * @param reader its kind; the test gets what it makes of the value
 */
export function filteredHere(
	field: Field & Partial<INodeProperties>,
	reader: Reader,
	test: (entry: IDataObject, wanted: unknown) => boolean,
): INodeProperties {
	const filter = filteredBy(function () {
		const given: unknown = this.getNodeParameter(`filters.${field.name}`, '');
		const about = { label: field.displayName, item: this };
		const wanted = isEmpty(given) ? undefined : reader(given, about);
		return wanted === undefined ? undefined : (entry) => test(entry, wanted);
	});
	return { type: 'string', default: '', ...field, routing: { send: { preSend: [filter] } } };
}

/** A filter that is either set or not; LOX24's own client writes 1 and 0. */
export function switched(field: Field, wireName: string): INodeProperties {
	return inQuery({ type: 'boolean', default: true, ...field }, wireName, yesOrNo(['1', '0']));
}

/** Several exact points in time, sent as unix seconds. */
export function manyTimes(field: Field, wireName: string): INodeProperties {
	return many({ type: 'dateTime', ...field }, wireName, time());
}

/** A range of amounts; either end may be open. */
export function amountRange(field: Field, wireName: string): INodeProperties {
	return range(field, wireName, { type: 'string', default: '' }, shaped(AN_AMOUNT));
}

/** A period; either end may be open. Both ends are included, the last day until its end. */
export function timeRange(field: Field, wireName: string): INodeProperties {
	return range(field, wireName, { type: 'dateTime', default: '' }, time(), time({ isEnd: true }));
}

/** A range of numbers; either end may be open. Both ends are included. */
export function numberRange(field: Field, wireName: string): INodeProperties {
	const reader = number({ whole: true, least: 0 });
	return range(field, wireName, { type: 'string', default: '' }, reader);
}

function many(
	field: Field & Partial<INodeProperties>,
	wireName: string,
	reader: Reader,
): INodeProperties {
	const typeOptions = { ...field.typeOptions, multipleValues: true };
	const property: INodeProperties = { type: 'string', default: '', ...field, typeOptions };
	return inQuery(property, `${wireName}[]`, listOf(reader));
}

/**
 * From and to of the `field[gte]`, `field[lte]`, `field[between]` grammar (docs/api/lox24.md,
 * "Filters"). An end that an expression has left empty is refused: the range would be longer than
 * meant.
 */
function range(
	field: Field,
	wireName: string,
	end: Pick<INodeProperties, 'type' | 'default'>,
	from: Reader,
	to: Reader = from,
): INodeProperties {
	// n8n names what an agent's model fills in after the field, so the ends of two ranges need names
	// of their own: with the same one they would get the same value.
	const base = field.displayName.replace(/ Range$/, '');
	const lower = {
		displayName: `${base} From`,
		name: 'from',
		...end,
		description: 'Lower end; leave empty for none',
	};
	const upper = {
		displayName: `${base} To`,
		name: 'to',
		...end,
		description: 'Upper end; leave empty for none',
	};
	const last = inQuery(upper, `${wireName}[lte]`, to, 'expression');
	last.routing!.send!.preSend!.push(between(wireName, base));
	return {
		...field,
		type: 'fixedCollection',
		default: {},
		options: [
			{
				displayName: 'Range',
				name: 'range',
				values: [inQuery(lower, `${wireName}[gte]`, from, 'expression'), last],
			},
		],
	};
}

function between(wireName: string, label: string) {
	return prepared((request) => {
		const { [`${wireName}[gte]`]: from, [`${wireName}[lte]`]: to, ...rest } = request.qs ?? {};
		if (isEmpty(from) || isEmpty(to)) return;
		if (Number(from) > Number(to)) {
			throw new BadInput(
				`${label} Range ends before it begins`,
				`"${label} From" has to come before "${label} To". Nothing was sent.`,
			);
		}
		request.qs = { ...rest, [`${wireName}[between]`]: `${from}..${to}` };
	});
}

/** One code from a table, if the service takes only one. */
export function oneOf(
	field: Field,
	wireName: string,
	options: INodePropertyOptions[],
): INodeProperties {
	const property: INodeProperties = {
		type: 'options',
		default: options[0].value as string,
		...field,
		options,
	};
	return inQuery(property, wireName, usualReader(property));
}
