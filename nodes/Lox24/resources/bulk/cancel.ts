import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { bulkId } from '../../fields/locators';
import { bulkView } from '../../fields/views';

export const cancel: Operation = {
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel a bulk message that is still being sent',
	description: 'Stop a bulk that is new or in progress; messages already sent stay sent',
	routing: { request: { method: 'PUT', url: '/bulks/{bulkId}/cancel' } },
	fields: [
		{ ...bulkId, description: 'The bulk to stop. It has to be new or in progress.' },
		simplify(bulkView),
		options,
	],
};
