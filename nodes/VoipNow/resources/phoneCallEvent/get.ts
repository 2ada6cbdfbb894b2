import type { Operation } from '../../../shared/description/resource';
import { optionsWith } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { oneEvent } from '../../methods/eventAnswers';
import { keepUrl, showUrl } from '../../methods/keepUrl';
import { extension, userId } from '../extension';
import { eventId, eventType } from './fields';
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
