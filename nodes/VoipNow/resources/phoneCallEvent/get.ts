import { optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { extension, userId } from '../../fields/extension';
import { eventId, eventType } from './fields';
import { keepUrl, showUrl } from './keepUrl';
import { oneEvent } from './responses';
import { simpleEvent } from './simpleEvent';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get the registration for a phone call event',
	description: 'Get one call event of an extension',
	routing: {
		request: {
			method: 'GET',
			url: '/extensions/{userId}/{extension}/phoneCallEvents/{eventType}/{eventId}',
		},
		output: { postReceive: [oneEvent, keepUrl] },
	},
	fields: [userId, extension, eventType, eventId, simplify(simpleEvent), optionsWith([showUrl])],
};
