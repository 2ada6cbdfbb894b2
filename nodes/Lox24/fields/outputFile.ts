import type {
	IDataObject,
	IExecuteSingleFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

/** The output field for a downloaded file. */
export const outputFile: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
};

interface File {
	content: Buffer;
	fileName: string;
	mimeType: string;
}

/**
 * An item with a file, in the field that `binaryPropertyName` names.
 *
 * @param json what the item says beside name and size of the file
 */
export async function fileItem(
	context: IExecuteSingleFunctions,
	{ content, fileName, mimeType }: File,
	json: IDataObject,
): Promise<INodeExecutionData> {
	const field = context.getNodeParameter('binaryPropertyName', 'data') as string;
	const file = await context.helpers.prepareBinaryData(content, fileName, mimeType);
	return { json: { ...json, fileName, size: content.length }, binary: { [field]: file } };
}
