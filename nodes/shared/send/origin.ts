import { createHash } from 'node:crypto';

import type { INodeExecutionData } from 'n8n-workflow';

import type { NodeContext } from './run';

/** By first item; a loop asks in each of its rounds. */
const hashes = new WeakMap<object, string>();

/**
 * What an execution has in common with n8n's Retry of it, and with nothing else, even if n8n or a
 * worker was lost in the middle and kept only what the trigger gave.
 *
 * n8n 2.41 stores when an execution was established before it begins, and Retry takes that over.
 * Older versions make a new time, or have none. The first item of the trigger tells executions of
 * the same millisecond apart.
 */
export function originOf(context: NodeContext): string | undefined {
	// Older than what this package needs of n8n.
	const established = 'getExecutionContext' in context ? context.getExecutionContext() : undefined;
	// Sub-workflows are called anew, also many in one millisecond.
	if (!established?.triggerNode || established.parentExecutionId) return undefined;
	const { establishedAt, triggerNode } = established;
	const { id } = context.getWorkflow();
	// The ID survives when the user renames the node before the Retry.
	const { id: nodeId, name } = context.getNode();
	const trigger = triggerNode.name;
	return JSON.stringify([
		id,
		nodeId ?? name,
		establishedAt,
		trigger,
		firstItemOf(context, trigger),
	]);
}

/**
 * A hash of the item as JSON, because that is what n8n stores: dates become texts.
 *
 * @returns nothing where the editor runs a part of a workflow, without its trigger
 */
function firstItemOf(context: NodeContext, trigger: string): string | undefined {
	try {
		const { json } = context.getWorkflowDataProxy(0).$(trigger).first() as INodeExecutionData;
		const known =
			hashes.get(json) ?? createHash('sha256').update(JSON.stringify(json)).digest('hex');
		hashes.set(json, known);
		return known;
	} catch {
		return undefined;
	}
}
