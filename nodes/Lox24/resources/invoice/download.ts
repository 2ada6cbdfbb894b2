import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { invoiceId } from '../../fields/locators';
import { outputFile } from '../../fields/outputFile';
import { pdfFile } from '../../fields/pdfFile';

export const download: Operation = {
	name: 'Download',
	value: 'download',
	action: 'Download an invoice as a PDF file',
	description: 'Get an invoice as a PDF file',
	routing: {
		request: {
			method: 'GET',
			url: '/invoices/{invoiceId}/pdf',
			headers: { Accept: 'application/pdf, application/json' },
			encoding: 'arraybuffer',
		},
		output: { postReceive: [pdfFile('invoice', 'invoiceId')] },
	},
	fields: [{ ...invoiceId, description: 'The invoice to download' }, outputFile, options],
};
