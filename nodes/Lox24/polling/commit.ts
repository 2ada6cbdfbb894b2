import type { IDataObject } from 'n8n-workflow';

import type { Feed } from './feed';
import { Remembered, spanOf } from './remembered';
import type { State } from './state';
import type { Swept } from './sweep';

/** Maximum of remembered entries; the oldest are no longer watched. */
export const MOST_REMEMBERED = 5000;

/**
 * Decides what comes out, and what is known afterwards. Nothing is awaited in between, so two polls
 * at once cannot both give an entry.
 *
 * @param state as it is now, which another poll may have changed since this one began
 * @param isFirst whether the poll only finds out what is there already
 * @returns entries that come out, the oldest first
 */
export function commit(
	feed: Feed,
	key: string,
	state: State | undefined,
	swept: Swept,
	{ window, isFirst }: { window: number; isFirst: boolean },
): { state: State; fresh: IDataObject[] } {
	const remembered = new Remembered(state?.seen);
	const asked = swept.from;
	const from = state?.from ?? asked;
	const fresh = swept.found.filter(({ id, seconds }) => seconds >= from && !remembered.has(id));
	for (const { id, seconds } of fresh) remembered.add(id, seconds);

	const next: State = { version: 1, key, from, seen: {} };
	next.checkedAt = state?.checkedAt;
	next.gone = state?.gone;
	if (swept.isFull) {
		next.checkedAt = swept.now;
		next.gone = Math.max(0, remembered.countFrom(asked) - swept.found.length);
	}
	if (swept.isComplete) {
		const present = feed.lateness === 'now' ? swept.now : swept.newest;
		next.from = Math.max(from, spanOf((present ?? 0) - window));
		next.listed = swept.listed;
	} else {
		// Nothing is dropped until everything is read.
		next.resume = swept.resume;
	}
	remembered.forgetBefore(next.from);
	if (!next.resume) next.from = Math.max(next.from, remembered.shrinkTo(MOST_REMEMBERED) ?? 0);
	next.seen = remembered.toKept();
	return { state: next, fresh: isFirst ? [] : oldestFirst(fresh) };
}

/** Lists are newest first, also within a second. */
function oldestFirst(fresh: Swept['found']): IDataObject[] {
	return fresh
		.reverse()
		.sort((one, other) => one.seconds - other.seconds)
		.map(({ entry }) => entry);
}
