import type { INodeProperties } from 'n8n-workflow';

import { additionalFields, sendOptions } from '../../../shared/description/fields';
import { simplify } from '../../../shared/description/simplify';
import { kind, text } from '../../../shared/input/kind';
import { userId } from '../../fields/extension';
import { fieldsOfChange } from '../../fields/listFilters';
import { retryNotice } from '../../fields/retryNotice';
import { CALL_FIELDS, seconds } from './fields';
import { viewCallerId } from './numbers';
import { payingExtension } from './prepareCall';
import { simpleCall } from './simpleCall';

/* What the three ways to make a call have in common. */

export const callerIdForSource = viewCallerId({
	displayName: 'Caller ID',
	name: 'callerId',
	placeholder: 'e.g. Jane Roe <15557654321>',
	description: 'Name and number that the source sees while it rings',
});

export const callDuration = seconds(
	{
		displayName: 'Call Duration',
		name: 'callDuration',
		default: 3600,
		description: 'Maximum length of the call in seconds; by default the limit of the system',
	},
	'query',
	{ minValue: 1 },
	'always',
);

export const nonce: INodeProperties = {
	displayName: 'Nonce',
	name: 'nonce',
	type: 'string',
	default: '',
	placeholder: 'e.g. order-4711',
	description: 'Your own text for recognising the call. If empty, the node generates one.',
	routing: { send: { type: 'body', property: 'nonce', preSend: [kind(text())] } },
};

/**
 * All fields of an operation that makes a call.
 *
 * @param extensionType completes "Number of the …"
 * @param required what it needs beside the extension
 * @param additional what it can be given
 */
export function newCallFields(
	extensionType: string,
	required: INodeProperties[],
	additional: INodeProperties[],
): INodeProperties[] {
	const extension: INodeProperties = {
		displayName: 'Extension',
		name: 'extension',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 0003*210',
		description: `Number of the ${extensionType}`,
		routing: { send: { type: 'body', property: 'extension', preSend: [payingExtension] } },
	};
	return [
		retryNotice({ many: 'calls', done: 'made' }),
		userId,
		extension,
		...required,
		additionalFields([...additional, fieldsOfChange(CALL_FIELDS)]),
		simplify(simpleCall),
		sendOptions,
	];
}
