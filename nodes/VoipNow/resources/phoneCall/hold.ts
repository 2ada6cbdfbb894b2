import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { showFor } from '../../../shared/input/fields';
import { changedCalls } from '../../methods/callAnswers';
import { pickView } from '../../methods/pickParty';
import { actionFields, callViewId } from './fields';
import { own } from './party';

export const hold: INodePropertyOptions = {
	name: 'Hold',
	value: 'hold',
	action: 'Put a phone call on hold',
	description: 'Let the other party wait',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'OnHold' },
		},
		send: { preSend: [pickView(own)] },
		output: { postReceive: [changedCalls] },
	},
};

export const holdFields: INodeProperties[] = actionFields(
	showFor('phoneCall', 'hold'),
	[],
	[callViewId('the party at the extension')],
);
