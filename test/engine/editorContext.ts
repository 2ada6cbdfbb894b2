import type { ICredentialDataDecryptedObject, INode, INodeParameters } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { LoadOptionsContext } from 'n8n-core';

import { additionalDataFor, NODES, nodeTypes } from './run';

/** What n8n gives a method that fills a list or a mapper in the editor. */
export function editorContext(given: {
	/** Default LOX24. */
	node?: keyof typeof NODES;
	parameters: INodeParameters;
	url: string;
	token?: string;
	oAuth2?: ICredentialDataDecryptedObject;
}): LoadOptionsContext {
	const type = given.node ?? 'lox24';
	const node: INode = {
		id: '1',
		name: type,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: given.parameters,
		credentials: {
			lox24Api: { id: '1', name: 'LOX24' },
			voipNowApi: { id: '2', name: 'VoipNow' },
			voipNowOAuth2Api: { id: '3', name: 'VoipNow app' },
		},
	};
	const workflow = new Workflow({
		id: 'test',
		active: false,
		nodes: [node],
		connections: {},
		nodeTypes: nodeTypes(NODES),
	});
	const additionalData = additionalDataFor(given);
	additionalData.currentNodeParameters = given.parameters;
	return new LoadOptionsContext(workflow, node, additionalData, '');
}
