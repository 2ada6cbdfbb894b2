import type {
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

/**
 * Turns the answer of a download into an item with a file.
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
		const field = this.getNodeParameter('binaryPropertyName', 'data') as string;
		const fileName = `${kind}-${id}.pdf`;
		const content = Buffer.from(response.body as Buffer);
		const file = await this.helpers.prepareBinaryData(content, fileName, 'application/pdf');
		return [{ json: { id, fileName, size: content.length }, binary: { [field]: file } }];
	};
}
