import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { inBody } from '../../../shared/description/fields';
import { listOf, notValid, type Reader, text } from '../../../shared/input/kind';
import { tidyNumber } from '../../../shared/input/phone';
import { isObject } from '../../../shared/response/response';

type Field = Pick<INodeProperties, 'displayName' | 'name' | 'description'> &
	Partial<INodeProperties>;

/** Internal numbers have an asterisk and no country code, so E.164 is not required. */
const NUMBER = /^\+?(?=.*\d)[0-9*]{1,64}$/;

const NAME_AND_NUMBER = /^([\p{L}\p{M}\p{N} ]+)<([^<>]*)>$/u;

/** An extension or phone number, without separators. */
export const callNumber: Reader = (value, about) => {
	const number = tidyNumber(value, about);
	if (number === '') return undefined;
	// A prefix of the system, or 00 as it is dialled: keeps the number as given.
	const dialled = /^\D*00/.test(String(value)) ? number.replace(/^\+/, '00') : number;
	if (NUMBER.test(dialled)) return dialled;
	throw notValid(
		value,
		about,
		'an extension such as 0003*210 or a phone number such as +15551234567',
	);
};

/**
 * A caller ID in the form VoipNow documents: `Name <number>` (docs/api/voipnow.md, "Data types").
 */
export const caller: Reader = (value, about) => {
	const given = text()(value, about) as string;
	const [, name = '', number = ''] = NAME_AND_NUMBER.exec(given.trim()) ?? [];
	const tidy = number === '' ? '' : tidyNumber(number, about);
	if (name.trim() !== '' && NUMBER.test(tidy)) return `${name.trim()} <${tidy}>`;
	throw notValid(
		value,
		about,
		'a name of letters, digits and spaces, and a number, such as Jane Roe <15557654321>',
	);
};

/** A number of the body that may be left empty, unless the field is required. */
export function bodyNumber(field: Field): INodeProperties {
	return inBody(field, field.name, callNumber, 'always');
}

/** The same, in the view of the call that is to be made. */
export function viewNumber(field: Field): INodeProperties {
	return inBody(field, `phoneCallView[0].${field.name}[0]`, callNumber, 'always');
}

/** Several numbers in the view of the call that is to be made. */
export function viewNumbers(field: Field): INodeProperties {
	const several = { ...field, typeOptions: { multipleValues: true } };
	return inBody(several, `phoneCallView[0].${field.name}`, listOf(callNumber), 'always');
}

/** A caller ID of the body. */
export function bodyCallerId(field: Field): INodeProperties {
	return inBody(field, field.name, caller);
}

/** A caller ID in the view of the call that is to be made. */
export function viewCallerId(field: Field): INodeProperties {
	return inBody(field, `phoneCallView[0].${field.name}`, caller);
}

/** The one view in the body of a call that is to be made. */
export function callView(body: unknown): IDataObject {
	const views = isObject(body) ? body.phoneCallView : undefined;
	const [view] = Array.isArray(views) ? (views as unknown[]) : [];
	return isObject(view) ? view : {};
}
