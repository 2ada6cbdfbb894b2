import type { INodeProperties } from 'n8n-workflow';

import { prepared } from '../../shared/input/badInput';
import { contains } from './filterFields';
import { isEmpty } from '../../shared/input/query';
import { toBlockable } from '../methods/blockableNumber';
import { tidyNumber } from './phoneNumber';

type Field = Parameters<typeof contains>[0];

/** A filter for one whole number; refused when it is none, since LOX24 may ignore it then. */
export function wholeNumberFilter(field: Field, wireName: string): INodeProperties {
	return tidied(field, wireName, (value) => toBlockable(value, field.displayName));
}

/** A filter for a part of a number, which may be written with blanks, dashes and brackets. */
export function numberPart(field: Field, wireName: string): INodeProperties {
	return tidied(field, wireName, tidyPart);
}

/** The shortest number LOX24 names has six digits (reference, section 2.6). */
const WHOLE = /^\+[1-9]\d{5,14}$/;

/**
 * Numbers are stored without blanks, so they are of no use in a filter. `00` becomes a plus only
 * in a whole number: in a part of one it may stand for itself. What has other signs stays as
 * given, and never becomes empty: without its filter a batch would hit every message.
 */
function tidyPart(value: unknown): unknown {
	const tidy = tidyNumber(value);
	if (WHOLE.test(tidy)) return tidy;
	const bare = String(value).includes('+') ? tidy : tidy.replace(/^\+/, '00');
	return /^\+?\d+$/.test(bare) ? bare : value;
}

function tidied(
	field: Field,
	wireName: string,
	tidy: (value: unknown) => unknown,
): INodeProperties {
	const filter = contains(field, wireName);
	const convert = prepared(({ qs = {} }) => {
		if (!isEmpty(qs[wireName])) qs[wireName] = tidy(qs[wireName]) as string;
	});
	return { ...filter, routing: { send: { ...filter.routing?.send, preSend: [convert] } } };
}
