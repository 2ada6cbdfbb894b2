import type { INodeProperties } from 'n8n-workflow';

import { simplify } from '../../../shared/description/simplify';
import { smsView } from '../../fields/views';
import { withMessageParts } from './messageParts';

const simplified = simplify(smsView);

/** Simplify for a message that was sent or checked; how its text is split comes in either way. */
export const simplifySent: INodeProperties = {
	...simplified,
	routing: {
		output: { postReceive: [...(simplified.routing?.output?.postReceive ?? []), withMessageParts] },
	},
};
