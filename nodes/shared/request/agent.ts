import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

type Context = Pick<IExecuteFunctions, 'getExecuteData' | 'getNode'>;

/** Whether an AI agent of version 3 or later runs the node as its tool. */
export function isTool(context: Pick<Context, 'getNode'>): boolean {
	const { rewireOutputLogTo, type } = context.getNode();
	return rewireOutputLogTo === NodeConnectionTypes.AiTool || type.endsWith('Tool');
}

/** Whether an AI agent before version 3 runs the node; it then has the data of the agent. */
export function isToolOfOldAgent(context: Context): boolean {
	return context.getExecuteData().node?.name !== context.getNode().name;
}

/** Whether a model reads the output, and with it whoever talks to the agent. */
export function isForModel(context: Context): boolean {
	return isTool(context) || isToolOfOldAgent(context);
}
