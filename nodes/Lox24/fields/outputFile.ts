import type { INodeProperties } from 'n8n-workflow';

/** The output field for a downloaded file. */
export const outputFile: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
};
