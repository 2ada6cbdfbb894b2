import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { sendOptions, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { bulkView } from '../views';
import { bulkContent } from './content';
import { effect } from '../../../shared/request/marks';

export const create: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a bulk',
	description:
		'Send one text to many numbers or groups. LOX24 works it off by itself: wait with Get Status until it is done.',
	routing: {
		request: { method: 'POST', url: '/bulks' },
		send: {
			preSend: [
				effect({ receivers: ({ phones, msg_groups }) => [phones, msg_groups], costs: true }),
			],
		},
	},
};

const displayOptions = showFor('bulk', 'create');

export const createFields: INodeProperties[] = [
	{
		displayName:
			'With Retry On Fail, only bulks that were not sent are sent again. If it is not known whether one was sent, it is not sent again: look at the bulks of the account.',
		name: 'retryNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	...bulkContent(displayOptions),
	simplify(bulkView, displayOptions),
	{ ...sendOptions, displayOptions },
];
