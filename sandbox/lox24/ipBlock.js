'use strict';

/** Documented: more than three wrong credentials within a minute block the address for ten minutes. */
const MOST_REFUSED = 3;
const WINDOW_SECONDS = 60;
const BLOCK_SECONDS = 600;

/**
 * Blocks addresses that send wrong tokens.
 * @param {{ now(): number }} clock unix seconds
 * @returns {{ isBlocked(ip: string): boolean, refused(ip: string): void, lift(): void }}
 */
function createIpBlock(clock) {
	const refusedAt = new Map();
	const blockedUntil = new Map();
	return {
		isBlocked: (ip) => (blockedUntil.get(ip) ?? 0) > clock.now(),
		/** Counts a wrong token; the one too many still gets its 401, whatever follows gets 429. */
		refused(ip) {
			const now = clock.now();
			const recent = (refusedAt.get(ip) ?? []).filter((at) => at > now - WINDOW_SECONDS);
			recent.push(now);
			refusedAt.set(ip, recent);
			if (recent.length > MOST_REFUSED) {
				blockedUntil.set(ip, now + BLOCK_SECONDS);
				refusedAt.delete(ip);
			}
		},
		lift() {
			refusedAt.clear();
			blockedUntil.clear();
		},
	};
}

module.exports = { createIpBlock };
