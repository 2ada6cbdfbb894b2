import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { asBadInput } from '../../shared/input/badInput';
import { fillPath } from '../../shared/input/path';
import { Renewal } from '../../shared/exchange/renewal';
import { send } from '../../shared/exchange/send';
import { voipNow } from '../service';

/**
 * Reads something for a list of the editor.
 *
 * @param path template such as `/extensions/{userId}/{extension}/queue/agents`; its values are
 * those of the node
 * @returns the body of the answer; nothing when there is none
 * @throws NodeOperationError with the same words as a run of the node
 */
export async function ask(
	this: ILoadOptionsFunctions,
	path: string,
	qs: IDataObject = {},
): Promise<unknown> {
	const { service, request } = await prepare.call(this, path, qs);
	const sent = await new Renewal().deliver(
		this,
		service,
		async () => await send(this, service, request),
	);
	if ('answer' in sent) return sent.answer.body;
	const { message, description } = sent.failure;
	throw new NodeOperationError(this.getNode(), message, { description });
}

async function prepare(this: ILoadOptionsFunctions, template: string, qs: IDataObject) {
	const parameters = this.getCurrentNodeParameters() ?? {};
	const credentialType = voipNow.credentialType({
		getNode: () => ({ ...this.getNode(), parameters }),
	});
	const credential = await this.getCredentials(credentialType);
	try {
		const path = fillPath(
			template,
			(name) => this.getCurrentNodeParameter(name, { extractValue: true }),
			voipNow.shapes,
		);
		return {
			service: { ...voipNow, credentialType: () => credentialType },
			request: {
				...voipNow.connection(credential),
				baseURL: voipNow.baseUrl(credential.baseUrl),
				url: path,
				qs,
				headers: { Accept: 'application/json' },
			},
		};
	} catch (error) {
		const { message, description } = asBadInput(error);
		throw new NodeOperationError(this.getNode(), message, { description });
	}
}
