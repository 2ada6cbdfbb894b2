import type { IDataObject } from 'n8n-workflow';

import { BadInput, prepared } from '../../shared/input/badInput';
import { withoutEmpty } from '../../shared/input/query';

const SUBJECTS = ['phone', 'email', 'ip', 'address'];

/** Refuses a fraud check of nothing: it would cost money and say nothing. */
export const requireSubject = prepared(({ body }) => {
	const given = Object.keys(withoutEmpty((body ?? {}) as IDataObject));
	if (given.some((name) => SUBJECTS.includes(name))) return;
	throw new BadInput(
		'There is nothing to check',
		'Add a phone number, an email, an IP or an address under Additional Fields. Nothing was sent.',
	);
});
