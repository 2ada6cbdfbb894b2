import { optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { groupId } from '../../fields/locators';
import { countryOption } from '../../fields/phoneNumber';
import { entryFields } from './columns';

export const createBatch: Operation = {
	name: 'Create Batch',
	value: 'createBatch',
	action: 'Add many phone numbers to a contact group',
	description: 'Add many phones to a contact group, a hundred per request',
	routing: { request: { method: 'POST', url: '/groups/{groupId}/phones/batch' } },
	fields: [
		{ ...groupId, description: 'The contact group to add the phones to' },
		{
			displayName: 'Phones From',
			name: 'phonesFrom',
			type: 'options',
			options: [
				{
					name: 'Input Items',
					value: 'items',
					description: 'Each input item is one phone',
				},
				{
					name: 'JSON',
					value: 'json',
					description: 'An array of phones, such as from an expression',
				},
				{ name: 'List Below', value: 'list', description: 'Phones entered one by one' },
			],
			default: 'items',
		},
		{
			displayName: 'Columns',
			name: 'columns',
			type: 'resourceMapper',
			noDataExpression: true,
			required: true,
			default: { mappingMode: 'autoMapInputData', value: null },
			description:
				'Which field of an input item goes into which column of the group. Mapped automatically, it uses the fields phone, a to e and callback_data, or those named like the columns of the group.',
			typeOptions: {
				loadOptionsDependsOn: ['groupId.value'],
				resourceMapper: {
					resourceMapperMethod: 'getPhoneColumns',
					mode: 'add',
					fieldWords: { singular: 'column', plural: 'columns' },
					addAllFields: true,
					supportAutoMap: true,
				},
			},
			displayOptions: { show: { phonesFrom: ['items'] } },
		},
		{
			displayName: 'Phones',
			name: 'phones',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Phone',
			default: {},
			displayOptions: { show: { phonesFrom: ['list'] } },
			options: [
				{
					displayName: 'Entries',
					name: 'entries',
					values: entryFields,
				},
			],
		},
		{
			displayName: 'Phones (JSON)',
			name: 'phonesJson',
			type: 'json',
			default: '[\n  { "phone": "+93701234567", "a": "Ms. ", "b": "Smith" }\n]',
			description: 'An array of objects with phone, a to e and callback_data',
			displayOptions: { show: { phonesFrom: ['json'] } },
		},
		optionsWith([
			countryOption,
			{
				displayName: 'Batch Size',
				name: 'batchSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 1000 },
				default: 100,
				description: 'Phones per request',
			},
		]),
	],
};
