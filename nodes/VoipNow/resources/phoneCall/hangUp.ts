import { additionalFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { extensionOrSelf, userId } from '../../fields/extension';
import { fieldsOfChange } from '../../fields/listFilters';
import { CALL_FIELDS, phoneCallId } from './fields';
import { callNumber } from './numbers';
import { queryText } from './queryFields';
import { changedCalls } from './responses';
import { simpleCall } from './simpleCall';

export const hangUp: Operation = {
	name: 'Hang Up',
	value: 'hangUp',
	action: 'Hang up one or all phone calls of an extension',
	description: 'End a call, or every call of an extension',
	routing: {
		request: { method: 'DELETE', url: '/phoneCalls/{userId}/{extension}/{phoneCallId}' },
		output: { postReceive: [changedCalls] },
	},
	fields: [
		userId,
		extensionOrSelf,
		{
			displayName: 'Hang Up',
			name: 'hangUp',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'All Calls of the Extension',
					value: 'allCalls',
					description: "Every call in progress; with @self, those of all the user's extensions",
					// Without an ID the request means every call (docs/api/voipnow.md, "Hanging up").
					routing: { request: { url: '/phoneCalls/{userId}/{extension}' } },
				},
				{ name: 'One Call', value: 'oneCall', description: 'The call chosen below' },
			],
			default: 'oneCall',
			description: 'What is ended',
		},
		{
			...phoneCallId,
			description: 'The call to end',
			displayOptions: { show: { hangUp: ['oneCall'] } },
		},
		additionalFields([
			fieldsOfChange(CALL_FIELDS),
			queryText(
				{
					displayName: 'Phone Number',
					name: 'phoneNumber',
					placeholder: 'e.g. 15551234567',
					description: 'Ends only the connection between this number and the extension',
				},
				callNumber,
			),
		]),
		simplify(simpleCall),
		options,
	],
};
