import type { Failure as Cause } from 'n8n-workflow';

import type { Failure } from '../../shared/response/failure';

/** Milliseconds for which LOX24 blocks an IP (docs/api/lox24.md, "IP block"). */
const BLOCKED = 600_000;

const A_MINUTE = 60_000;

/**
 * What n8n needs to know of a failure to poll again at the right time. Versions before 2.41 ignore
 * it.
 */
export function causeOf({ badInput, status = 0, transport, noAccess }: Failure): Cause | undefined {
	if (badInput) return { cause: 'configuration-invalid' };
	if (status === 401) return { cause: 'credential-invalid' };
	if (status === 402) return { cause: 'quota-exhausted' };
	if (status === 429) return { cause: 'rate-limited', retryAfterMs: BLOCKED };
	if (status >= 500 || transport) return { cause: 'temporarily-unavailable' };
	// This process does not try this credential again for a minute.
	if (noAccess && status === 0) {
		return { cause: 'temporarily-unavailable', retryAfterMs: A_MINUTE };
	}
	return undefined;
}
