import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { Refused } from '../../../shared/response/failure';
import { isObject, type Received } from '../../../shared/response/response';
import { withoutSecrets } from '../../../shared/response/secrets';
import { without } from '../../../shared/without';
import { voipNow } from '../../api/service';
import { type FaxFile, faxFiles } from './files';
import { type Upload, uploadFile, uploadsIn } from './upload';

/** The result for one file. */
interface FileResult extends IDataObject {
	name: string;
	/** Whether VoipNow has it. */
	uploaded: boolean;
	reason?: string;
}

/**
 * The fax that VoipNow has taken. Newer systems may answer with addresses to which the files are to
 * be sent then (docs/api/voipnow.md, "Faxes"); they are part of no item, because whoever has such
 * an address can use it.
 */
export async function sentFax(
	this: IExecuteSingleFunctions,
	_items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	const { body, request } = response as Received;
	const fax = isObject(body) ? withoutAddresses(body) : { success: true };
	const recipients = recipientsOf(this);
	const credential = await this.getCredentials(voipNow.credentialType(this));
	const uploads = uploadsIn(body, withoutSecrets(credential));
	const results: FileResult[] = [];
	// One by one: each file stays in memory while it is sent.
	for (const [index, file] of faxFiles(this).entries()) {
		results.push(
			uploads.length === 0
				? { name: file.name, uploaded: true }
				: await bring.call(this, file, uploads[index], request),
		);
	}
	const missing = results.filter(({ uploaded }) => !uploaded);
	if (missing.length > 0) throw incomplete(fax, results, missing);
	return [{ json: { recipients, ...fax, files: results } }];
}

async function bring(
	this: IExecuteSingleFunctions,
	file: FaxFile,
	upload: Upload | undefined,
	request: Received['request'],
): Promise<FileResult> {
	const { field, name } = file;
	if (!upload)
		return { name, uploaded: false, reason: 'VoipNow returned no upload address for it' };
	const content = await this.helpers.getBinaryDataBuffer(field);
	const reason = await uploadFile.call(this, upload, content, request);
	return reason === undefined ? { name, uploaded: true } : { name, uploaded: false, reason };
}

function withoutAddresses(response: IDataObject): IDataObject {
	const fax = without(response, ['files', 'redirectUri', 'redirectHeaders']);
	// It comes as a number, as digits or as a text (docs/api/voipnow.md, "Faxes").
	return fax.id === undefined ? fax : { ...fax, id: String(fax.id) };
}

function recipientsOf(context: IExecuteSingleFunctions): string[] {
	return [context.getNodeParameter('recipients', [])].flat().map(String);
}

function incomplete(fax: IDataObject, files: FileResult[], missing: FileResult[]): Refused {
	const named = missing.map(({ name, reason }) => `${name} (${reason})`).join(', ');
	return new Refused({
		message: `VoipNow accepted the fax, but ${missing.length} of ${files.length} files did not arrive: ${named}`,
		description:
			'Check the sent faxes in VoipNow before you send it again. It is not sent again automatically.',
		effect: 'unknown',
		details: { ...fax, files },
	});
}
