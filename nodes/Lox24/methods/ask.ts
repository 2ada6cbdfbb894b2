import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { BadInput } from '../../shared/input/badInput';
import { toAnswer } from '../../shared/answer/answer';
import { JSON_LD } from '../../shared/answer/jsonLd';
import { lox24 } from '../service';

/**
 * Reads something for the editor: the columns of a group, the entries of a list.
 *
 * @param path below the address of the credential, already safe
 * @returns the body of the answer
 * @throws NodeOperationError with the same words as a run of the node
 */
export async function ask(
	this: ILoadOptionsFunctions,
	path: string,
	qs: IDataObject = {},
): Promise<unknown> {
	const { baseUrl } = await this.getCredentials('lox24Api');
	const address = toAddress(baseUrl);
	if (typeof address !== 'string') {
		const { message, description } = address;
		throw new NodeOperationError(this.getNode(), message, { description });
	}
	const answer = toAnswer(
		await this.helpers.httpRequestWithAuthentication.call(this, 'lox24Api', {
			url: `${address}${path}`,
			qs,
			headers: { Accept: JSON_LD },
			returnFullResponse: true,
			// A thrown 401 would be sent a second time by n8n.
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		}),
	);
	if (answer.status === 200) return answer.body;
	const { message, description } = lox24.explain(answer, { method: 'GET', path });
	throw new NodeOperationError(this.getNode(), message, { description });
}

function toAddress(baseUrl: unknown): string | BadInput {
	try {
		return lox24.baseUrl(baseUrl);
	} catch (error) {
		return error as BadInput;
	}
}
