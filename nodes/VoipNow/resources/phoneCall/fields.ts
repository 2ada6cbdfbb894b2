import type { INodeProperties } from 'n8n-workflow';

import { BadInput, prepared, shown } from '../../../shared/input/badInput';
import { options } from '../../../shared/input/fields';
import { isEmpty } from '../../../shared/input/query';
import { simplify } from '../../../shared/response/simplify';
import { extensionOrSelf, userId } from '../extension';
import { locator } from '../locator';
import { retryNotice } from '../retryNotice';
import { bodyCallerId, bodyNumber } from './numbers';
import { simpleCall } from './simpleCall';

/** What a call consists of; a request can choose some of it. */
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
	return {
		displayName: 'Call View ID',
		name: 'phoneCallViewId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 01',
		description: `Which party the action is about: the ID that it has in the parties of the call, as Get and Get Many show them. When left empty, the node reads the call and takes ${party}.`,
		routing: {
			send: {
				type: 'body',
				property: 'phoneCallViewId',
				preSend: [
					prepared(({ body }) => {
						const fields = body as { phoneCallViewId?: unknown };
						const value = fields.phoneCallViewId;
						if (isEmpty(value)) return;
						if (!/^[A-Za-z0-9]{1,32}$/.test(String(value))) {
							throw new BadInput(
								`Call View ID is not valid: ${shown(value)}`,
								'Expected letters and digits such as 01. Nothing was sent.',
							);
						}
						fields.phoneCallViewId = String(value);
					}),
				],
			},
		},
	};
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
	description: 'Name and number that the phone shows; without this field those of the phone itself',
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
): INodeProperties {
	const { minValue, maxValue = Infinity } = limits;
	return {
		...field,
		type: 'number',
		typeOptions: limits,
		routing: {
			send: {
				type,
				property: field.name,
				preSend: [
					prepared(({ qs, body }) => {
						const fields = (type === 'query' ? qs : body) as Record<string, unknown>;
						const value = fields[field.name];
						if (isEmpty(value)) return;
						const number = /^\d{1,9}$/.test(String(value)) ? Number(value) : NaN;
						if (!(number >= minValue && number <= maxValue)) {
							throw new BadInput(
								`${field.displayName} is not valid: ${shown(value)}`,
								`Expected whole seconds, ${maxValue === Infinity ? `at least ${minValue}` : `from ${minValue} to ${maxValue}`}. Nothing was sent.`,
							);
						}
						fields[field.name] = number;
					}),
				],
			},
		},
	};
}

/** How long a phone rings; part of the query when a call is made, and of the body of an action. */
export function waitForPickup(type: 'query' | 'body'): INodeProperties {
	return seconds(
		{
			displayName: 'Wait for Pickup',
			name: 'waitForPickup',
			default: 25,
			description: 'How many seconds the phone rings before the attempt is given up',
		},
		type,
	);
}

export function additionalFields(
	fields: INodeProperties[],
	displayOptions: INodeProperties['displayOptions'],
): INodeProperties {
	return {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions,
		options: fields,
	};
}

/**
 * All fields of an action on a call.
 *
 * @param required what the action needs beside the call
 * @param additional what it can be given
 */
export function actionFields(
	displayOptions: INodeProperties['displayOptions'],
	required: INodeProperties[],
	additional: INodeProperties[],
): INodeProperties[] {
	const notice = retryNotice(
		{ one: 'An action', many: 'actions', done: 'carried out' },
		displayOptions,
	);
	return [
		...(required.some(({ name }) => name === sendCallTo.name) ? [notice] : []),
		...[userId, extensionOrSelf, phoneCallId, ...required].map((field) => ({
			...field,
			displayOptions,
		})),
		additionalFields(additional, displayOptions),
		simplify(simpleCall, displayOptions),
		{ ...options, displayOptions },
	];
}
