import { randomUUID } from 'node:crypto';

import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { isToolOfAgent } from './run';

const ids = new WeakMap<object, Map<number, string>>();

/**
 * An ID that the node makes up for an item, to find its request again at the service.
 *
 * @returns 36 characters, as LOX24 allows for `callback_data`; the same on every try of Retry On
 * Fail
 */
export function ownId(
	context: Pick<IExecuteSingleFunctions, 'getExecuteData' | 'getItemIndex' | 'getNode'>,
) {
	if (isToolOfAgent(context)) return newId();
	const key = context.getExecuteData();
	const ofRun = ids.get(key) ?? new Map<number, string>();
	ids.set(key, ofRun);
	const index = context.getItemIndex();
	const id = ofRun.get(index) ?? newId();
	ofRun.set(index, id);
	return id;
}

function newId(): string {
	return `n8n-${randomUUID().replace(/-/g, '')}`;
}

/** Whether the node made this ID up, so that nothing else can have it. */
export function isOwnId(id: unknown): boolean {
	return /^n8n-[0-9a-f]{32}$/.test(String(id));
}
