import type { INode, INodeParameters } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { LoadOptionsContext } from 'n8n-core';

import { additionalDataFor, NODES, nodeTypes } from './run';

/** What n8n gives a method that fills a list or a mapper in the editor. */
export function editorContext(given: {
	parameters: INodeParameters;
	url: string;
	token?: string;
}): LoadOptionsContext {
	const node: INode = {
		id: '1',
		name: 'LOX24',
		type: 'lox24',
		typeVersion: 1,
		position: [0, 0],
		parameters: given.parameters,
		credentials: { lox24Api: { id: '1', name: 'LOX24' } },
	};
	const workflow = new Workflow({
		id: 'test',
		active: false,
		nodes: [node],
		connections: {},
		nodeTypes: nodeTypes({ lox24: NODES.lox24 }),
	});
	const additionalData = additionalDataFor(given);
	additionalData.currentNodeParameters = given.parameters;
	return new LoadOptionsContext(workflow, node, additionalData, '');
}
