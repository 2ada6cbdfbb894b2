import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { showFor } from '../../../shared/input/fields';
import { changedCalls } from '../../methods/callAnswers';
import { pickView } from '../../methods/pickParty';
import { actionFields, callerId, callViewId, sendCallTo, waitForPickup } from './fields';
import { parked } from './party';

export const unpark: INodePropertyOptions = {
	name: 'Unpark',
	value: 'unpark',
	action: 'Unpark a phone call',
	description: 'Ring a phone and connect it with a parked call',
	routing: {
		request: {
			method: 'PUT',
			url: '/phoneCalls/{userId}/{extension}/{phoneCallId}',
			body: { action: 'UnPark' },
		},
		send: { preSend: [pickView(parked)] },
		output: { postReceive: [changedCalls] },
	},
};

export const unparkFields: INodeProperties[] = actionFields(
	showFor('phoneCall', 'unpark'),
	[{ ...sendCallTo, description: 'The extension of the phone that takes the call' }],
	[callViewId('the parked party'), callerId, waitForPickup('body')],
);
