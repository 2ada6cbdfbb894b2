import type { Operation } from '../../../shared/description/resource';
import { optionsWith } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { oneCall } from '../../methods/callAnswers';
import { extensionOrSelf, userId } from '../extension';
import { fieldsToReturn } from '../listFilters';
import { CALL_FIELDS, phoneCallId } from './fields';
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
