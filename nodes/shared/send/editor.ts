import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { asBadInput } from '../input/badInput';
import { fillPath } from '../input/path';
import type { Service } from '../service';
import { send } from './pipeline';
import { Run } from './run';

/**
 * Makes a function that reads something for the editor, such as a list to choose from, on the same
 * way as the requests of a run.
 *
 * @param accept form of the response
 * @returns a function of a path, such as `/extensions/{userId}/{extension}`, whose values are those
 * of the node, and a query. It gives the body of the response, nothing when there is none, and
 * throws NodeOperationError with the same words as a run of the node
 */
export function editorReader(service: Service, accept: string) {
	return async function (
		this: ILoadOptionsFunctions,
		path: string,
		qs: IDataObject = {},
	): Promise<unknown> {
		const parameters = this.getCurrentNodeParameters() ?? {};
		const node = { ...this.getNode(), parameters };
		const context = Object.create(this, {
			getNode: { value: () => node },
		}) as ILoadOptionsFunctions;
		const credential = await this.getCredentials(service.credentialType(context));
		const run = new Run({ context, service, credential });
		const read = (name: string) => this.getCurrentNodeParameter(name, { extractValue: true });
		try {
			const { headers, ...connection } = service.connection(credential);
			const url = fillPath(path, read, service.shapes);
			const request = { ...connection, url, qs, headers: { ...headers, Accept: accept } };
			const sent = await send(run, { itemIndexes: [] }, request);
			if ('response' in sent) return sent.response.body;
			throw toError(sent.failure);
		} catch (error) {
			throw error instanceof NodeOperationError ? error : toError(asBadInput(error));
		}

		function toError({ message, description }: { message: string; description: string }) {
			const [what, whatNow] = run.clean([message, description]);
			return new NodeOperationError(node, what, { description: whatNow });
		}
	};
}
