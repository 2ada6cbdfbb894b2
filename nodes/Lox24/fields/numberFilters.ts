import type { INodeProperties } from 'n8n-workflow';

import { type Reader, text } from '../../shared/input/kind';
import { tidyNumber } from '../../shared/input/phone';
import { contains } from './filterFields';
import { blockableNumber } from './phoneNumber';

type Field = Parameters<typeof contains>[0];

/** A filter for one whole number; refused when it is none, since LOX24 may ignore it then. */
export function wholeNumberFilter(field: Field, wireName: string): INodeProperties {
	return contains(field, wireName, blockableNumber);
}

/** A filter for part of a number, which may contain blanks, dashes and brackets. */
export function numberPart(field: Field, wireName: string): INodeProperties {
	return contains(field, wireName, part);
}

/** The shortest number LOX24 names has six digits (docs/api/lox24.md, "Field rules"). */
const WHOLE = /^\+[1-9]\d{5,14}$/;

/**
 * Numbers are stored without blanks, so they are of no use in a filter. `00` becomes a plus only
 * in a whole number: in a part of one it may stand for itself. What has other signs stays as
 * given, and never becomes empty: without its filter a batch would hit every message.
 */
const part: Reader = (value, about) => {
	const given = text()(value, about) as string;
	const tidy = tidyNumber(given, about);
	if (WHOLE.test(tidy)) return tidy;
	const bare = given.includes('+') ? tidy : tidy.replace(/^\+/, '00');
	return /^\+?\d+$/.test(bare) ? bare : given;
};
