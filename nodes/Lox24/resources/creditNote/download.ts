import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { creditNoteId } from '../../fields/locators';
import { outputFile } from '../../fields/outputFile';
import { pdfFile } from '../../fields/pdfFile';

export const download: Operation = {
	name: 'Download',
	value: 'download',
	action: 'Download a credit note as a PDF file',
	description: 'Get a credit note as a PDF file',
	routing: {
		request: {
			method: 'GET',
			url: '/credit_notes/{creditNoteId}/pdf',
			headers: { Accept: 'application/pdf, application/json' },
			encoding: 'arraybuffer',
		},
		output: { postReceive: [pdfFile('credit-note', 'creditNoteId')] },
	},
	fields: [{ ...creditNoteId, description: 'The credit note to download' }, outputFile, options],
};
