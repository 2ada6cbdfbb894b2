import type { INodeParameters } from 'n8n-workflow';

import { byId } from './given';
import type { OperationCase } from './operationMatrix';

export const CALL_ID = '53bec7de3c242d5f87e5';

const onCall = { userId: '@me', extension: '0003*210', phoneCallId: byId(CALL_ID) };
const callPath = `/uapi/phoneCalls/@me/0003*210/${CALL_ID}`;

/** What unpark, pick up, barge in, monitor and whisper have in common. */
const ringing = {
	sendCallTo: '0003*211',
	additionalFields: {
		phoneCallViewId: '01',
		callerId: 'Jane Roe <15557654321>',
		waitForPickup: 20,
	},
};
const ringingBody = {
	sendCallTo: '0003*211',
	phoneCallViewId: '01',
	callerId: 'Jane Roe <15557654321>',
	waitForPickup: 20,
};

function on(operation: string, more: object = {}): INodeParameters {
	return { resource: 'phoneCall', operation, ...more } as INodeParameters;
}

function action(operation: string, more: object, body: object): OperationCase {
	return {
		id: 'phoneCalls.update',
		parameters: on(operation, { ...onCall, ...more }),
		method: 'PUT',
		url: callPath,
		body,
	};
}

/**
 * The operations on phone calls. All actions are one operation of the contract; here the party is
 * always given, so that nothing is read before.
 */
export const voipNowPhoneCalls: OperationCase[] = [
	{
		id: 'phoneCalls.createSimple',
		parameters: on('make', {
			userId: '@me',
			extension: '0003*210',
			destination: '+1 (555) 123-4567',
			additionalFields: {
				allowPublicTransfer: true,
				callDuration: 600,
				callerId: 'Jane Roe <15557654321>',
				callerDestination: 'Front Desk <15557654322>',
				fields: ['id', 'phoneCallView'],
				nonce: 'crm-42',
				source: ['0003*210', '0003*212'],
				video: true,
				waitForPickup: 20,
			},
		}),
		method: 'POST',
		url: '/uapi/phoneCalls/@me/simple?allowPublicTransfer=true&callDuration=600&video=true&waitForPickup=20&fields=id,phoneCallView',
		body: {
			extension: '0003*210',
			phoneCallView: [
				{
					source: ['0003*210', '0003*212'],
					destination: ['+15551234567'],
					callerId: 'Jane Roe <15557654321>',
					callerDestination: 'Front Desk <15557654322>',
				},
			],
			nonce: 'crm-42',
		},
	},
	{
		id: 'phoneCalls.createCallback',
		parameters: on('makeCallback', {
			userId: '12',
			extension: '0003*250',
			source: '+15557654321',
			destination: '+15551234567',
			additionalFields: {
				callDuration: 600,
				callerId: 'Jane Roe <15557654321>',
				fields: ['id'],
				nonce: 'crm-42',
				waitForPickup: 20,
			},
		}),
		method: 'POST',
		url: '/uapi/phoneCalls/12/callback?callDuration=600&waitForPickup=20&fields=id',
		body: {
			extension: '0003*250',
			phoneCallView: [
				{
					source: ['+15557654321'],
					destination: ['+15551234567'],
					callerId: 'Jane Roe <15557654321>',
				},
			],
			nonce: 'crm-42',
		},
	},
	{
		id: 'phoneCalls.createConferenceInvite',
		parameters: on('inviteToConference', {
			userId: '@me',
			extension: '0003*230',
			destination: '15551234567',
			additionalFields: {
				callerId: 'Jane Roe <15557654321>',
				fields: ['id'],
				number: '1234',
				pin: '0042',
				source: '0003*230',
				waitForPickup: 20,
			},
		}),
		method: 'POST',
		url: '/uapi/phoneCalls/@me/conferenceInvite?number=1234&pin=0042&waitForPickup=20&fields=id',
		body: {
			extension: '0003*230',
			phoneCallView: [
				{
					source: ['0003*230'],
					destination: ['15551234567'],
					callerId: 'Jane Roe <15557654321>',
				},
			],
		},
	},
	{
		id: 'phoneCalls.get',
		parameters: on('get', { ...onCall, options: { fields: ['id', 'published'] } }),
		method: 'GET',
		url: `${callPath}?fields=id,published`,
		gets: true,
	},
	{
		id: 'phoneCalls.list',
		parameters: on('getAll', {
			userId: '@me',
			extension: '@self',
			returnAll: true,
			filters: {
				fields: ['id', 'published'],
				filter: {
					condition: {
						filterBy: 'published',
						filterOp: 'greaterThan',
						filterValue: '2026-01-01T00:00:00Z',
					},
				},
				sortOrder: 'descending',
			},
		}),
		method: 'GET',
		url: '/uapi/phoneCalls/@me/@self?fields=id,published&filterBy=published&filterOp=greaterThan&filterValue=2026-01-01T00:00:00Z&sortOrder=descending&count=4999',
		lists: true,
	},
	action(
		'hold',
		{ additionalFields: { phoneCallViewId: '00' } },
		{ action: 'OnHold', phoneCallViewId: '00' },
	),
	action(
		'unhold',
		{ additionalFields: { phoneCallViewId: '00' } },
		{ action: 'OffHold', phoneCallViewId: '00' },
	),
	action(
		'park',
		{ additionalFields: { phoneCallViewId: '01', maxInParking: 300 } },
		{ action: 'Park', phoneCallViewId: '01', maxInParking: 300 },
	),
	action('unpark', ringing, { action: 'UnPark', ...ringingBody }),
	action('pickUp', ringing, { action: 'PickUp', ...ringingBody }),
	action('bargeIn', ringing, { action: 'BargeIn', ...ringingBody }),
	action('monitor', ringing, { action: 'Monitor', ...ringingBody }),
	action(
		'whisper',
		{ ...ringing, additionalFields: { ...ringing.additionalFields, private: true } },
		{ action: 'Whisper', ...ringingBody, private: '1' },
	),
	action(
		'transfer',
		{
			sendCallTo: '0003*211',
			additionalFields: {
				phoneCallViewId: '00',
				transferFromNumber: '0003*210',
				transferNumber: '15551234567',
			},
		},
		{
			action: 'Transfer',
			sendCallTo: '0003*211',
			phoneCallViewId: '00',
			transferFromNumber: '0003*210',
			transferNumber: '15551234567',
		},
	),
	action(
		'transferToVoicemail',
		{
			sendCallTo: '0003*210',
			additionalFields: { transferFromNumber: '0003*210', transferNumber: '15551234567' },
		},
		{
			action: 'TransferToVoicemail',
			sendCallTo: '0003*210',
			transferFromNumber: '0003*210',
			transferNumber: '15551234567',
		},
	),
	action(
		'startRecording',
		{ additionalFields: { phoneCallViewId: '00', format: 'wav49' } },
		{ action: 'StartRecording', phoneCallViewId: '00', format: 'wav49' },
	),
	action(
		'stopRecording',
		{ additionalFields: { phoneCallViewId: '00' } },
		{ action: 'StopRecording', phoneCallViewId: '00' },
	),
	{
		id: 'phoneCalls.hangUp',
		parameters: on('hangUp', {
			...onCall,
			hangUp: 'oneCall',
			additionalFields: { fields: ['id'], phoneNumber: '1555 123-4567' },
		}),
		method: 'DELETE',
		url: `${callPath}?fields=id&phoneNumber=15551234567`,
	},
	{
		id: 'phoneCalls.hangUpAll',
		parameters: on('hangUp', { userId: '@me', extension: '0003*210', hangUp: 'allCalls' }),
		method: 'DELETE',
		url: '/uapi/phoneCalls/@me/0003*210',
	},
];
