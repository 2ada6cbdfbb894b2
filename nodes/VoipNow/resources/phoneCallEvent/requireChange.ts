import type { IDataObject } from 'n8n-workflow';

import { BadInput, prepared } from '../../../shared/input/badInput';
import { withoutEmpty } from '../../../shared/input/query';

/** Refuses an update that would change nothing. */
export const requireChange = prepared((request) => {
	if (Object.keys(withoutEmpty((request.body ?? {}) as IDataObject)).length > 0) return;
	throw new BadInput(
		'Update Fields is empty, so there is nothing to change',
		'Add at least one field with a value. Nothing was sent.',
	);
});
