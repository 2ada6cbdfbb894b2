import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { creditNoteId } from '../locators';
import { documentView } from '../views';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a credit note',
	description: 'Get one credit note',
	routing: { request: { method: 'GET', url: '/credit_notes/{creditNoteId}' } },
};

const displayOptions = showFor('creditNote', 'get');

export const getFields: INodeProperties[] = [
	{ ...creditNoteId, description: 'The credit note to get', displayOptions },
	simplify(documentView, displayOptions),
	{ ...options, displayOptions },
];
