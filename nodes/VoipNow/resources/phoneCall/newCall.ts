import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { additionalFields, sendOptions } from '../../../shared/description/fields';
import { simplify } from '../../../shared/description/simplify';
import { BadInput, ownId, prepared, shown } from '../../../shared/input/badInput';
import { kind, text } from '../../../shared/input/kind';
import { isEmpty } from '../../../shared/input/query';
import { extensionField, userId } from '../../fields/extension';
import { fieldsOfChange } from '../../fields/listFilters';
import { retryNotice } from '../../fields/retryNotice';
import { CALL_FIELDS, seconds } from './fields';
import { callView, viewCallerId } from './numbers';
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
		...extensionField(`Number of the ${extensionType}`),
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

/** The extension's own phone rings first, unless the user chooses another. */
export const sourceIsExtension = prepared(({ body }) => {
	const fields = body as IDataObject;
	const view = callView(fields);
	const given = [view.source].flat().filter((one) => !isEmpty(one));
	if (given.length > 0) return;
	view.source = [fields.extension as string];
	fields.phoneCallView = [view];
});

/**
 * Labels a call with a `nonce` of its own when the user gave none, so that it can be recognised in
 * the list of calls. It does not keep VoipNow from making the call twice (docs/api/voipnow.md,
 * "Creating calls").
 */
export const labelled = prepared(function ({ body }) {
	const fields = body as IDataObject;
	if (isEmpty(fields.nonce)) fields.nonce = ownId(this);
});

/** The extension in the body of a new call; "@self" does not say which one is charged. */
const payingExtension = prepared(({ body }) => {
	const { extension } = body as IDataObject;
	if (/^(?=.*\d)[0-9*]{1,32}$/.test(String(extension ?? ''))) return;
	throw new BadInput(
		isEmpty(extension) ? 'Extension is empty' : `Extension is not valid: ${shown(extension)}`,
		'Expected the number of one extension such as 0003*210. Nothing was sent.',
	);
});
