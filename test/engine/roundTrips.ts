import type { Sandbox } from '../../sandbox';

/**
 * Gives the node the time that 20 requests take on this machine as it is now: what it was about to
 * send has arrived then. These requests are not in the journal.
 */
export async function roundTrips(sandbox: Sandbox): Promise<void> {
	for (let count = 0; count < 20; count++) {
		const response = await fetch(`${sandbox.url}/_sandbox/health`);
		await response.text();
	}
}
