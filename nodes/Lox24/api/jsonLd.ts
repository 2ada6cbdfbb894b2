import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/response/response';

/**
 * Requests JSON-LD, because its lists have a total; plain JSON is a bare array (docs/api/lox24.md,
 * "Lists and pages"). Keys may have the prefix `hydra:`.
 */
export const JSON_LD = 'application/ld+json';

/** The members of a collection; nothing when the body is not one. */
export function membersOf(body: unknown): unknown {
	return isObject(body) ? (body['hydra:member'] ?? body.member) : undefined;
}

/** A collection's information about its pages, if any. */
export function viewOf(body: unknown): { next?: unknown } | undefined {
	const view = isObject(body) ? (body['hydra:view'] ?? body.view) : undefined;
	return isObject(view) ? { next: view['hydra:next'] ?? view.next } : undefined;
}

/** JSON-LD adds `@id`, `@type` and `@context` to every object. */
export function withoutAtKeys(entry: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(entry).filter(([key]) => !key.startsWith('@')));
}
