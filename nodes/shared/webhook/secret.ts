import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares in constant time, whatever the lengths: how long it takes tells nothing. */
export function isSameSecret(given: unknown, expected: string): boolean {
	if (typeof given !== 'string') return false;
	return timingSafeEqual(hash(given), hash(expected));
}

function hash(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
