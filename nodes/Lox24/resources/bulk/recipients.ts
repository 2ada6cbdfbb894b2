import type { INodeProperties } from 'n8n-workflow';

import { BadInput, prepared } from '../../../shared/input/badInput';
import { checkShape, POSITIVE_INTEGER } from '../../../shared/input/path';
import { isEmpty } from '../../../shared/input/query';
import { toE164 } from '../phoneNumber';

const GROUPS = 'Group Names or IDs';

/**
 * Whom a bulk is for: groups or numbers. LOX24 asks for one of them. Numbers from input items are
 * joined to one bulk in methods/readBulks.
 */
export function recipients(displayOptions: INodeProperties['displayOptions']): INodeProperties[] {
	const shownFor = (from: string) => ({
		show: { ...displayOptions?.show, recipientsFrom: [from] },
	});
	return [
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
			description: 'Whom the bulk goes to',
			displayOptions,
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
				send: {
					type: 'body',
					property: 'msg_groups',
					preSend: [convertEach('msg_groups', GROUPS, toGroupId)],
				},
			},
		},
		{
			displayName: 'Phone Number',
			name: 'phone',
			type: 'string',
			default: '={{ $json.phone }}',
			required: true,
			description:
				'Number of one input item in international form. Blanks, dashes and brackets are removed, 00 becomes +. A number that comes twice gets the text once.',
			displayOptions: shownFor('items'),
			routing: {
				send: {
					type: 'body',
					property: 'phones',
					preSend: [convertEach('phones', 'Phone Number', (one) => toE164(one, 'Phone Number'))],
				},
			},
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
			routing: {
				send: {
					type: 'body',
					property: 'phones',
					preSend: [convertEach('phones', 'Phone Numbers', (one) => toE164(one, 'Phone Numbers'))],
				},
			},
		},
	];
}

function convertEach(property: string, label: string, convert: (value: unknown) => unknown) {
	return prepared(({ body }) => {
		const fields = body as Record<string, unknown>;
		const given = fields[property];
		const values = (Array.isArray(given) ? given : [given]).filter((one) => !isEmpty(one));
		if (values.length === 0) {
			throw new BadInput(`${label} is empty`, 'Add at least one recipient. Nothing was sent.');
		}
		fields[property] = values.map(convert);
	});
}

function toGroupId(value: unknown): number {
	const shape = {
		label: GROUPS,
		pattern: POSITIVE_INTEGER,
		expected: 'a number such as 7116',
	};
	return Number(checkShape(value, shape));
}
