import type { IDataObject } from 'n8n-workflow';

import { prepared } from '../../shared/input/badInput';
import { isEmpty } from '../../shared/input/query';
import { toCallNumber } from '../resources/phoneCall/numbers';

/** Numbers by which calls are found, without the separators that people write. */
export const callParties = prepared((request) => {
	const query = { ...request.qs } as IDataObject;
	if (!isEmpty(query.source)) query.source = toCallNumber(query.source, 'Source');
	if (!isEmpty(query.destination)) {
		query.destination = toCallNumber(query.destination, 'Destination');
	}
	request.qs = query;
});
