import type { IDataObject } from 'n8n-workflow';

import { BadInput, ownId, prepared, shown } from '../../../shared/input/badInput';
import { isEmpty } from '../../../shared/input/query';
import { callView } from './numbers';

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
export const payingExtension = prepared(({ body }) => {
	const { extension } = body as IDataObject;
	if (/^(?=.*\d)[0-9*]{1,32}$/.test(String(extension ?? ''))) return;
	throw new BadInput(
		isEmpty(extension) ? 'Extension is empty' : `Extension is not valid: ${shown(extension)}`,
		'Expected the number of one extension such as 0003*210. Nothing was sent.',
	);
});
