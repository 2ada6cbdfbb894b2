import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Failure } from '../answer/failure';

/** How a request ended that must not be sent a second time. */
export type Outcome<Result> = { result: Result } | { failure: Failure };

/**
 * Remembers, for one run of the node, what need not or must not be sent again.
 *
 * Retry On Fail runs the node again with all its items; without this, everything that succeeded
 * would be sent a second time. A request whose outcome is unknown is remembered as well, unless
 * repeating it is harmless.
 */
export class Outcomes {
	private readonly known = new Map<number, { of: string; outcome: Outcome<unknown> }>();

	/**
	 * @param index number of the item or batch within the run
	 * @param request only an outcome of the very same request counts: an AI agent may call the
	 * node again, within one run, with other values
	 */
	recall<Result>(index: number, request: IHttpRequestOptions): Outcome<Result> | undefined {
		const entry = this.known.get(index);
		if (entry?.of !== fingerprint(request)) return undefined;
		return entry.outcome as Outcome<Result>;
	}

	remember(index: number, request: IHttpRequestOptions, outcome: Outcome<unknown>): void {
		this.known.set(index, { of: fingerprint(request), outcome });
	}
}

function fingerprint({ method, url, qs, body }: IHttpRequestOptions): string {
	return JSON.stringify([method, url, qs, body]);
}
