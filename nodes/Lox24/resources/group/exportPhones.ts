import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { groupId } from '../../fields/locators';
import { outputFile } from '../../fields/outputFile';
import { groupCsv } from './groupCsv';

export const exportPhones: Operation = {
	name: 'Export Phones',
	value: 'exportPhones',
	action: 'Export all phone numbers of a contact group',
	description: 'Get all entries of a contact group in one request, as a CSV file or items',
	routing: {
		request: {
			method: 'GET',
			url: '/groups/{groupId}/file/csv',
			headers: { Accept: 'text/csv, application/json' },
			encoding: 'arraybuffer',
		},
		output: { postReceive: [groupCsv] },
	},
	fields: [
		{ ...groupId, description: 'The group whose entries to export' },
		{
			displayName: 'Output',
			name: 'output',
			type: 'options',
			options: [
				{ name: 'CSV File', value: 'file', description: 'The file as LOX24 creates it' },
				{
					name: 'Items',
					value: 'items',
					description: "One item for each entry, with columns named after the group's titles",
				},
			],
			default: 'file',
			description:
				'How to return the entries. Neither has the times people subscribed or unsubscribed: use Phone: Get Many for these.',
		},
		{ ...outputFile, displayOptions: { show: { output: ['file'] } } },
		options,
	],
};
