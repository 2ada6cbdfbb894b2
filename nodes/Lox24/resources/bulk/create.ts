import { ifUnknown, optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { effect } from '../../../shared/request/marks';
import { unreadByModel } from '../../../shared/response/forModel';
import { messageOptions } from '../../fields/message';
import { bulkView } from '../../fields/views';
import { bulkContent } from './content';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Send one text to many recipients as a bulk message',
	description:
		'Send one text to many numbers or groups. LOX24 sends it in the background: wait with Get Status until it is done.',
	routing: {
		request: { method: 'POST', url: '/bulks' },
		send: {
			preSend: [
				effect({ receivers: ({ phones, msg_groups }) => [phones, msg_groups], costs: true }),
			],
		},
		output: { postReceive: [unreadByModel('text')] },
	},
	fields: [
		{
			displayName:
				'Retry On Fail sends only bulks that were certainly not sent. If it is unknown whether one was sent, it is not sent again: check the bulks of the account.',
			name: 'retryNotice',
			type: 'notice',
			default: '',
		},
		...bulkContent,
		simplify(bulkView),
		optionsWith([ifUnknown, ...messageOptions]),
	],
};
