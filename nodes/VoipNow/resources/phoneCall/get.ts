import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { optionsWith, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { oneCall } from '../../methods/callAnswers';
import { extensionOrSelf, userId } from '../extension';
import { fieldsToReturn } from '../listFilters';
import { CALL_FIELDS, phoneCallId } from './fields';
import { simpleCall } from './simpleCall';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a phone call',
	description: 'Get one call in progress',
	routing: {
		request: { method: 'GET', url: '/phoneCalls/{userId}/{extension}/{phoneCallId}' },
		output: { postReceive: [oneCall] },
	},
};

const displayOptions = showFor('phoneCall', 'get');

export const getFields: INodeProperties[] = [
	{ ...userId, displayOptions },
	{ ...extensionOrSelf, displayOptions },
	{ ...phoneCallId, displayOptions },
	simplify(simpleCall, displayOptions),
	{ ...optionsWith([fieldsToReturn(CALL_FIELDS)]), displayOptions },
];
