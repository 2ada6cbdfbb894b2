import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { pdfFile } from '../../methods/pdfFile';
import { invoiceId } from '../locators';
import { outputFile } from '../outputFile';

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
