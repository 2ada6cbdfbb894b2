import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { oneEvent } from '../../methods/eventAnswers';
import { extension, userId } from '../extension';
import { eventId, eventType } from './fields';
import { simpleEvent } from './simpleEvent';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a phone call event',
	description: 'Get one call event of an extension',
	routing: {
		request: {
			method: 'GET',
			url: '/extensions/{userId}/{extension}/phoneCallEvents/{eventType}/{eventId}',
		},
		output: { postReceive: [oneEvent] },
	},
};

const displayOptions = showFor('phoneCallEvent', 'get');

export const getFields: INodeProperties[] = [
	{ ...userId, displayOptions },
	{ ...extension, displayOptions },
	{ ...eventType, displayOptions },
	{ ...eventId, displayOptions },
	simplify(simpleEvent, displayOptions),
	{ ...options, displayOptions },
];
