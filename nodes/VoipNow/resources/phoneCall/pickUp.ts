import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { showFor } from '../../../shared/input/fields';
import { changedCalls } from '../../methods/callAnswers';
import { pickView } from '../../methods/pickParty';
import { actionFields, callerId, callViewId, sendCallTo, waitForPickup } from './fields';
import { ownRinging } from './party';

export const pickUp: INodePropertyOptions = {
	name: 'Pick Up',
	value: 'pickUp',
	action: 'Pick up a phone call',
	description: 'Take, on another phone, a call that rings at the extension',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'PickUp' },
		},
		send: { preSend: [pickView(ownRinging)] },
		output: { postReceive: [changedCalls] },
	},
};

export const pickUpFields: INodeProperties[] = actionFields(
	showFor('phoneCall', 'pickUp'),
	[{ ...sendCallTo, description: 'The extension of the phone that takes the call' }],
	[callViewId('the party at the extension'), callerId, waitForPickup('body')],
);
