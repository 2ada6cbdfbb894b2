import type { INodeProperties } from 'n8n-workflow';

import { kind, listOf, type Reader, shaped } from '../../../shared/input/kind';
import { POSITIVE_INTEGER } from '../../../shared/input/path';
import { phone } from '../../fields/phoneNumber';

const GROUPS = 'Group Names or IDs';

const groupNumber: Reader = (value, about) => {
	const id = shaped({ pattern: POSITIVE_INTEGER, expected: 'a number such as 7116' });
	const group = id(value, about);
	return group === undefined ? undefined : Number(group);
};

const shownFor = (from: string) => ({ show: { recipientsFrom: [from] } });

/**
 * Whom a bulk is for: groups or numbers. LOX24 asks for one of them. Numbers from input items are
 * joined to one bulk in batch/bulks.
 */
export const recipients: INodeProperties[] = [
	{
		displayName: 'Recipients From',
		name: 'recipientsFrom',
		type: 'options',
		options: [
			{ name: 'Groups', value: 'groups', description: 'All entries of contact groups' },
			{
				name: 'Input Items',
				value: 'items',
				description: 'One number from each input item, all of them in one bulk',
			},
			{ name: 'List Below', value: 'list', description: 'Numbers entered one by one' },
		],
		default: 'groups',
		description: 'Who gets the bulk',
	},
	{
		displayName: GROUPS,
		name: 'groupIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getGroups' },
		default: [],
		required: true,
		description:
			'Contact groups. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: shownFor('groups'),
		routing: {
			send: { type: 'body', property: 'msg_groups', preSend: [kind(listOf(groupNumber))] },
		},
	},
	{
		displayName: 'Phone Number',
		name: 'phone',
		type: 'string',
		default: '={{ $json.phone }}',
		required: true,
		description:
			'Number of one input item in international form. Blanks, dashes and brackets are removed, 00 becomes +. A number that occurs twice gets the text once.',
		displayOptions: shownFor('items'),
		routing: { send: { type: 'body', property: 'phones', preSend: [kind(listOf(phone))] } },
	},
	{
		displayName: 'Phone Numbers',
		name: 'phones',
		type: 'string',
		typeOptions: { multipleValues: true },
		default: '',
		required: true,
		placeholder: 'e.g. +4915112345678',
		description: 'Numbers in international form',
		displayOptions: shownFor('list'),
		routing: { send: { type: 'body', property: 'phones', preSend: [kind(listOf(phone))] } },
	},
];
