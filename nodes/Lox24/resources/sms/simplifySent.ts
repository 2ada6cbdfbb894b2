import type { INodeProperties } from 'n8n-workflow';

import { simplify } from '../../../shared/response/simplify';
import { withMessageParts } from '../../methods/messageParts';
import { smsView } from '../views';

/** Simplify for a message that was sent or checked; how its text is split comes in either way. */
export function simplifySent(displayOptions: INodeProperties['displayOptions']): INodeProperties {
	const field = simplify(smsView, displayOptions);
	const simplified = field.routing?.output?.postReceive ?? [];
	return { ...field, routing: { output: { postReceive: [...simplified, withMessageParts] } } };
}
