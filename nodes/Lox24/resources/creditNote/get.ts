import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { creditNoteId } from '../../fields/locators';
import { documentView } from '../../fields/views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a credit note',
	description: 'Get one credit note',
	routing: { request: { method: 'GET', url: '/credit_notes/{creditNoteId}' } },
	fields: [
		{ ...creditNoteId, description: 'The credit note to get' },
		simplify(documentView),
		options,
	],
};
