import type {
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { Refused } from '../../shared/response/failure';
import { fileItem } from './outputFile';

/**
 * Turns the response to a download into an item with a file.
 *
 * @param kind begins the file name: `invoice-42.pdf`
 * @param idParameter name of the parameter that holds the ID
 */
export function pdfFile(kind: string, idParameter: string) {
	return async function (
		this: IExecuteSingleFunctions,
		_items: INodeExecutionData[],
		response: IN8nHttpFullResponse,
	): Promise<INodeExecutionData[]> {
		const id = String(this.getNodeParameter(idParameter, '', { extractValue: true }));
		const content = Buffer.isBuffer(response.body) ? response.body : Buffer.alloc(0);
		if (!content.subarray(0, 1024).includes('%PDF-')) throw notPdf(response);
		const file = { content, fileName: `${kind}-${id}.pdf`, mimeType: 'application/pdf' };
		return [await fileItem(this, file, { id })];
	};
}

function notPdf({ statusCode }: IN8nHttpFullResponse): Refused {
	return new Refused({
		message: 'The response is not a PDF file',
		description:
			'A proxy or a login page may be in between. Check the address in the credential, and try again.',
		status: statusCode,
		effect: 'none',
	});
}
