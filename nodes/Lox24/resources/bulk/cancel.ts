import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { bulkId } from '../locators';
import { bulkView } from '../views';

export const cancel: INodePropertyOptions = {
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel a bulk',
	description: 'Stop a bulk that is new or in progress; messages already sent stay sent',
	routing: { request: { method: 'PUT', url: '/bulks/{bulkId}/cancel' } },
};

const displayOptions = showFor('bulk', 'cancel');

export const cancelFields: INodeProperties[] = [
	{ ...bulkId, description: 'The bulk to stop. It has to be new or in progress.', displayOptions },
	simplify(bulkView, displayOptions),
	{ ...options, displayOptions },
];
