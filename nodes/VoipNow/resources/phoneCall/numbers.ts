import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isObject } from '../../../shared/response/response';
import { BadInput, prepared, shown } from '../../../shared/input/badInput';
import { isEmpty } from '../../../shared/input/query';

type Field = Pick<INodeProperties, 'displayName' | 'name' | 'description'> &
	Partial<INodeProperties>;

/** Internal numbers have an asterisk and no country code, so E.164 is not asked for. */
const NUMBER = /^\+?(?=.*\d)[0-9*]{1,64}$/;

/** What people put between digits: spaces, brackets, dots, slashes and all kinds of dashes. */
const SEPARATORS = /[\s()./\u2010-\u2015-]/g;

const NAME_AND_NUMBER = /^([\p{L}\p{M}\p{N} ]+)<([^<>]*)>$/u;

/**
 * An extension or phone number.
 *
 * @returns the number without what stands between its digits
 * @throws BadInput when what is left is not a number that VoipNow can dial
 */
export function toCallNumber(value: unknown, label: string): string {
	const number = String(value ?? '').replace(SEPARATORS, '');
	if (NUMBER.test(number)) return number;
	throw new BadInput(
		isEmpty(value) ? `${label} is empty` : `${label} is not valid: ${shown(value)}`,
		'Expected an extension such as 0003*210 or a phone number such as +15551234567. Nothing was sent.',
	);
}

/**
 * A caller ID in the form VoipNow documents (reference, section 3).
 *
 * @returns `Name <number>`, the number tidied as others are
 * @throws BadInput when it has another form
 */
export function toCallerId(value: unknown, label: string): string {
	const [, name = '', number = ''] = NAME_AND_NUMBER.exec(String(value).trim()) ?? [];
	const tidy = number.replace(SEPARATORS, '');
	if (name.trim() !== '' && NUMBER.test(tidy)) return `${name.trim()} <${tidy}>`;
	throw new BadInput(
		`${label} is not valid: ${shown(value)}`,
		'Expected a name of letters, digits and spaces, and a number, such as Jane Roe <15557654321>. Nothing was sent.',
	);
}

/** A number of the body that may be left empty, unless the field is required. */
export function bodyNumber(field: Field): INodeProperties {
	return inBody(field, field.name, toCallNumber);
}

/** The same, in the view of the call that is to be made. */
export function viewNumber(field: Field): INodeProperties {
	return inBody(field, `phoneCallView[0].${field.name}[0]`, toCallNumber);
}

/** Several numbers in the view of the call that is to be made. */
export function viewNumbers(field: Field): INodeProperties {
	const several = { ...field, typeOptions: { multipleValues: true } };
	return inBody(several, `phoneCallView[0].${field.name}`, toCallNumber);
}

/** A caller ID of the body. */
export function bodyCallerId(field: Field): INodeProperties {
	return inBody(field, field.name, toCallerId);
}

/** A caller ID in the view of the call that is to be made. */
export function viewCallerId(field: Field): INodeProperties {
	return inBody(field, `phoneCallView[0].${field.name}`, toCallerId);
}

function inBody(
	field: Field,
	property: string,
	convert: (value: unknown, label: string) => string,
): INodeProperties {
	const isInView = property.startsWith('phoneCallView[0].');
	const check = (value: unknown) =>
		isEmpty(value) && !field.required ? '' : convert(value, field.displayName);
	return {
		type: 'string',
		default: '',
		...field,
		routing: {
			send: {
				type: 'body',
				property,
				preSend: [
					prepared(({ body }) => {
						const holder = isInView ? callView(body) : (body as IDataObject);
						const value = holder[field.name];
						holder[field.name] = Array.isArray(value)
							? value.map(check).filter((one) => one !== '')
							: check(value);
					}),
				],
			},
		},
	};
}

/** The one view in the body of a call that is to be made. */
export function callView(body: unknown): IDataObject {
	const views = isObject(body) ? body.phoneCallView : undefined;
	const [view] = Array.isArray(views) ? (views as unknown[]) : [];
	return isObject(view) ? view : {};
}
