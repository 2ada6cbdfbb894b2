import type { INodeProperties } from 'n8n-workflow';

import { additionalFields, inBody, inQuery, options } from '../../../shared/description/fields';
import { simplify } from '../../../shared/description/simplify';
import { type Emptiness, number, shaped } from '../../../shared/input/kind';
import { extensionOrSelf, userId } from '../../fields/extension';
import { locator } from '../../fields/locator';
import { retryNotice } from '../../fields/retryNotice';
import { bodyCallerId, bodyNumber } from './numbers';
import { simpleCall } from './simpleCall';

/** The fields of a call; a request can choose some of them. */
export const CALL_FIELDS = [
	...['answered', 'extension', 'id', 'links', 'nonce', 'ownerId', 'ownerName', 'phoneCallView'],
	'published',
];

export const phoneCallId: INodeProperties = {
	...locator({
		displayName: 'Phone Call',
		name: 'phoneCallId',
		searchListMethod: 'searchPhoneCalls',
		pattern: /^[A-Za-z0-9]{1,255}$/,
		hint: 'The ID of a call has letters and digits only',
		placeholder: 'e.g. 53bec7de3c242d5f87e5',
	}),
	description: 'The call in progress',
};

/**
 * Which party an action is about.
 *
 * @param party completes "When left empty, the node reads the call and takes …"
 */
export function callViewId(party: string): INodeProperties {
	return inBody(
		{
			displayName: 'Call View ID',
			name: 'phoneCallViewId',
			placeholder: 'e.g. 01',
			description: `Which party to act on: its ID in the call's parties, as Get and Get Many return them. If empty, the node reads the call and takes ${party}.`,
		},
		'phoneCallViewId',
		shaped({ pattern: /^[A-Za-z0-9]{1,32}$/, expected: 'letters and digits such as 01' }),
	);
}

export const sendCallTo = bodyNumber({
	displayName: 'Send Call To',
	name: 'sendCallTo',
	required: true,
	placeholder: 'e.g. 0003*211',
	description: 'The extension of a phone that takes part in the call',
});

export const callerId = bodyCallerId({
	displayName: 'Caller ID',
	name: 'callerId',
	placeholder: 'e.g. Jane Roe <15557654321>',
	description: 'Name and number that the phone shows; by default its own',
});

/**
 * Whole seconds, in the query or the body.
 *
 * @param limits smallest and largest value the service takes
 */
export function seconds(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'default' | 'description'>,
	type: 'query' | 'body',
	limits: { minValue: number; maxValue?: number } = { minValue: 1 },
	refusesEmpty?: Emptiness,
): INodeProperties {
	const { minValue: least, maxValue: most } = limits;
	const reader = number({ whole: true, least, most });
	const place = type === 'query' ? inQuery : inBody;
	const property: INodeProperties = { ...field, type: 'number', typeOptions: limits };
	return place(property, field.name, reader, refusesEmpty);
}

/** How long a phone rings; part of the query when a call is made, and of the body of an action. */
export function waitForPickup(type: 'query' | 'body'): INodeProperties {
	return seconds(
		{
			displayName: 'Wait for Pickup',
			name: 'waitForPickup',
			default: 25,
			description: 'How many seconds the phone rings before VoipNow gives up',
		},
		type,
	);
}

/**
 * All fields of an action on a call.
 *
 * @param required what the action needs beside the call
 * @param additional what it can be given
 */
export function actionFields(
	required: INodeProperties[],
	additional: INodeProperties[],
): INodeProperties[] {
	const notice = retryNotice({ many: 'actions', done: 'carried out' });
	return [
		...(required.some(({ name }) => name === sendCallTo.name) ? [notice] : []),
		userId,
		extensionOrSelf,
		phoneCallId,
		...required,
		additionalFields(additional),
		simplify(simpleCall),
		options,
	];
}
