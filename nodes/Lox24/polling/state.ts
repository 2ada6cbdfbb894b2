import type { IDataObject } from 'n8n-workflow';
import { deepCopy } from 'n8n-workflow';

import { isObject } from '../../shared/response/response';
import type { Kept } from './remembered';

/** Where to continue a read that a poll had no time to finish. */
export interface Resume {
	/** Which of the lists. */
	list: number;
	page: number;
	/** Length of the list; if it got shorter, entries moved towards its start. */
	total?: number;
	/** The newest time when the read began: later entries may still be late. */
	newest?: number;
}

/** State between polls, in n8n's static data. All times are the service's. */
export interface State {
	version: 1;
	/** What is polled: event, account and list. A different one starts over. */
	key: string;
	/** Unix seconds; older entries are ignored. It only grows. */
	from: number;
	/** Entries already returned, or present before the first poll. */
	seen: Kept;
	resume?: Resume;
	/** When all pages were last read. */
	checkedAt?: number;
	/** How many of `seen` the lists no longer showed then. */
	gone?: number;
	/** Entries of the list at the last read, if it lists all of them. */
	listed?: number;
}

/** @returns the state of this very key; nothing when there is none, or it is damaged */
export function readState(data: IDataObject, key: string): State | undefined {
	const state: unknown = data.state;
	if (!isObject(state)) return undefined;
	const { version, from, seen } = state;
	const isWhole = Number.isFinite(from) && isObject(seen);
	if (version !== 1 || state.key !== key || !isWhole) return undefined;
	return deepCopy(state) as unknown as State;
}

export function writeState(data: IDataObject, state: State): void {
	data.state = deepCopy(state) as unknown as IDataObject;
}
