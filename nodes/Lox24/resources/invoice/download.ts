import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { pdfFile } from '../../methods/pdfFile';
import { invoiceId } from '../locators';

export const download: Operation = {
	name: 'Download',
	value: 'download',
	action: 'Download an invoice',
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
	fields: [
		{ ...invoiceId, description: 'The invoice to download' },
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the output binary field to put the file in',
		},
		options,
	],
};
