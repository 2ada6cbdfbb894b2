import type { INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';
import { type Given, type Result, run } from './run';

/** The sandbox keeps its clock in UTC. */
export const timezone = 'UTC';

/** Call reports of the own account: all of them, as VoipNow gives them, unless `more` says else. */
export async function readCallReports(
	{ url }: Pick<Sandbox, 'url'>,
	more: object = {},
	given: object = {},
): Promise<Result> {
	return await run({
		node: 'voipNow',
		parameters: {
			resource: 'cdr',
			operation: 'getAll',
			userId: '@me',
			returnAll: true,
			simplify: false,
			...more,
		} as INodeParameters,
		url,
		timezone,
		...given,
	});
}

/** The decoded query of every request the sandbox got. */
export function queriesAt({ journal }: Pick<Sandbox, 'journal'>) {
	return journal
		.entries()
		.map(({ url }) => Object.fromEntries(new URL(url, 'http://x').searchParams));
}

/** A time as it stands in a query: by the clock of the sandbox. */
export function clock(seconds: number): string {
	return new Date(seconds * 1000).toISOString().slice(0, 19);
}

/** An operation on phone calls of extension 0003*210; what fails comes out of the error output. */
export async function runOnPhoneCalls(
	{ url }: Pick<Sandbox, 'url'>,
	operation: string,
	more: object = {},
	given: Partial<Given> = {},
): Promise<Result> {
	return await run({
		node: 'voipNow',
		parameters: {
			resource: 'phoneCall',
			operation,
			userId: '@me',
			extension: '0003*210',
			...more,
		},
		url,
		onError: 'continueErrorOutput',
		...given,
	});
}
