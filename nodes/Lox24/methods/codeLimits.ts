import type { IDataObject } from 'n8n-workflow';

import { BadInput, prepared, shown } from '../../shared/input/badInput';
import { isEmpty } from '../../shared/input/query';
import { wholeNumber } from './wholeNumber';

/** How long a one-time code may be (reference, section 6, verify codes). */
const SHORTEST = 4;
const LONGEST = 8;

/** A code of the user's own; a number out of an expression is sent as the text LOX24 wants. */
export const ownCode = prepared(({ body }) => {
	const fields = body as IDataObject;
	if (isEmpty(fields.code)) return;
	const code = String(fields.code);
	const { length } = Array.from(code);
	if (length < SHORTEST || length > LONGEST) {
		throw new BadInput(
			`Code is not valid: ${shown(fields.code)}`,
			`Expected ${SHORTEST} to ${LONGEST} characters, these are ${length}. Nothing was sent.`,
		);
	}
	fields.code = code;
});

/** How many digits a code gets that LOX24 makes up. */
export const codeLength = prepared(({ body }) => {
	const fields = body as IDataObject;
	if (isEmpty(fields.code_length)) return;
	fields.code_length = wholeNumber(fields.code_length, 'Code Length', SHORTEST, LONGEST);
});
