import type { NodeContext } from './run';

/** So much of an item is looked at: entries at each level, levels, and characters of a text. */
const ENTRIES = 20;
const LEVELS = 3;
const CHARACTERS = 200;

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
	const { name } = context.getNode();
	return JSON.stringify([id, name, establishedAt, firstItemOf(context, triggerNode.name)]);
}

/** @returns nothing where the editor runs a part of a workflow, without its trigger */
function firstItemOf(context: NodeContext, trigger: string): unknown {
	try {
		return summaryOf(context.getWorkflowDataProxy(0).$(trigger).first().json);
	} catch {
		return undefined;
	}
}

/** Short whatever it is of, because a loop makes one for each of its rounds. */
function summaryOf(value: unknown, levels = LEVELS): unknown {
	if (typeof value !== 'object' || value === null) return String(value).slice(0, CHARACTERS);
	const entries = Object.entries(value);
	if (levels === 0) return entries.length;
	return entries.slice(0, ENTRIES).map(([key, one]) => [key, summaryOf(one, levels - 1)]);
}
