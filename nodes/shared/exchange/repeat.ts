import { sleep } from 'n8n-workflow';

import type { Sent } from './send';

/** Tries in all, the first one included. */
export const MAX_TRIES = 3;

/** Milliseconds before the second and the third try. */
const WAITS = [250, 1000];

const PASSING_STATUS = new Set([502, 503, 504]);

/**
 * Sends again what met a passing fault: a gateway's 502, 503 or 504, or a lost connection.
 *
 * @param sendOnce makes one try
 * @param harmless whether a request that may already have had its effect may be sent again; if
 * not, only one that certainly never arrived is
 * @param isStopped asked before each further try
 */
export async function repeat(
	sendOnce: () => Promise<Sent>,
	harmless: boolean,
	isStopped: () => boolean,
): Promise<Sent> {
	let sent = await sendOnce();
	for (const wait of WAITS) {
		if (!isPassing(sent, harmless) || isStopped()) break;
		await sleep(wait);
		if (isStopped()) break;
		sent = await sendOnce();
	}
	return sent;
}

function isPassing(sent: Sent, harmless: boolean): boolean {
	if ('answer' in sent) return false;
	const { status, effect, cancelled, transport } = sent.failure;
	if (cancelled) return false;
	if (status !== undefined) return harmless && PASSING_STATUS.has(status);
	return transport === true && (harmless || effect === 'none');
}
