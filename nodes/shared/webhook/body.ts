import { isObject } from '../response/response';

/** A service's events are a few levels deep and have some dozens of values. */
const DEEPEST = 20;
const MOST_VALUES = 50_000;

/** Names that change an object's prototype. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether what a stranger has sent can be worked on: neither deep nor large enough to stop n8n, and
 * with no name that reaches behind an object.
 */
export function isHarmless(body: unknown): boolean {
	let level: unknown[] = [body];
	let count = 0;
	for (let depth = 0; level.length > 0; depth++) {
		count += level.length;
		if (depth > DEEPEST || count > MOST_VALUES) return false;
		const next: unknown[] = [];
		for (const value of level) {
			if (Array.isArray(value)) {
				if (count + next.length + value.length > MOST_VALUES) return false;
				for (const one of value) next.push(one);
			} else if (isObject(value)) {
				const names = Object.keys(value);
				if (names.some((name) => FORBIDDEN.has(name))) return false;
				if (count + next.length + names.length > MOST_VALUES) return false;
				for (const name of names) next.push(value[name]);
			}
		}
		level = next;
	}
	return true;
}

/** Whether the sender calls its body JSON; n8n also makes objects out of forms and XML. */
export function isJson(contentType: unknown): boolean {
	return typeof contentType === 'string' && /^\s*application\/json\s*(;|$)/i.test(contentType);
}
