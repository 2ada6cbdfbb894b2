import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { pdfFile } from '../../methods/pdfFile';
import { creditNoteId } from '../locators';
import { outputFile } from '../outputFile';

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
