import type { IDataObject } from 'n8n-workflow';
import { deepCopy } from 'n8n-workflow';

import { isObject } from '../../shared/response/response';
import type { Kept } from './remembered';

/** Where a reading goes on that one poll had no time to end. */
export interface Resume {
	/** Which of the lists. */
	list: number;
	page: number;
	/** Entries the list had; one that became shorter has moved towards its beginning. */
	total?: number;
	/** The newest time when the reading began: what came later may still come late. */
	newest?: number;
}

/** What is known from poll to poll, in n8n's static data. All times are the service's. */
export interface State {
	version: 1;
	/** What is polled: event, account and list. With another one everything begins anew. */
	key: string;
	/** Unix seconds; what is older is not looked at. It only ever grows. */
	from: number;
	/** What came out already, or was there before the first poll. */
	seen: Kept;
	resume?: Resume;
	/** When all pages were read last. */
	checkedAt?: number;
	/** How many of `seen` the lists did not show any more then. */
	gone?: number;
	/** Entries the list had when it was read last, where all of them are listed. */
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
