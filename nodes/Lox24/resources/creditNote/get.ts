import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { creditNoteId } from '../locators';
import { documentView } from '../views';

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
