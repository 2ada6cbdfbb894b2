import { optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { extensionOrSelf, userId } from '../../fields/extension';
import { fieldsToReturn } from '../../fields/listFilters';
import { CALL_FIELDS, phoneCallId } from './fields';
import { oneCall } from './responses';
import { simpleCall } from './simpleCall';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a phone call in progress',
	description: 'Get one call in progress',
	routing: {
		request: { method: 'GET', url: '/phoneCalls/{userId}/{extension}/{phoneCallId}' },
		output: { postReceive: [oneCall] },
	},
	fields: [
		userId,
		extensionOrSelf,
		phoneCallId,
		simplify(simpleCall),
		optionsWith([fieldsToReturn(CALL_FIELDS)]),
	],
};
