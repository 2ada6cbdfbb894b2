import { createHash } from 'node:crypto';

/** Entries within this many seconds are remembered and forgotten together. */
export const SPAN = 600;

/** Characters of a shortened ID; 48 bits distinguish thousands. */
const LENGTH = 8;

/** Entries already returned, by time span, as stored in n8n's static data. */
export type Kept = Record<string, string>;

/** Start of the span that contains a time. */
export function spanOf(seconds: number): number {
	return Math.floor(seconds / SPAN) * SPAN;
}

/** Entries already returned, or present before the first poll. */
export class Remembered {
	private readonly spans = new Map<number, Set<string>>();

	private readonly all = new Set<string>();

	constructor(kept: Kept = {}) {
		for (const [span, keys] of Object.entries(kept)) {
			for (let start = 0; start < keys.length; start += LENGTH) {
				this.put(Number(span), keys.slice(start, start + LENGTH));
			}
		}
	}

	get size(): number {
		return this.all.size;
	}

	has(id: string): boolean {
		return this.all.has(keyOf(id));
	}

	/** @param seconds the entry's time, by the service's clock */
	add(id: string, seconds: number): void {
		this.put(spanOf(seconds), keyOf(id));
	}

	/** Number of entries since the start of a span. */
	countFrom(seconds: number): number {
		return this.sorted().reduce((sum, [span, keys]) => sum + (span >= seconds ? keys.size : 0), 0);
	}

	forgetBefore(seconds: number): void {
		for (const [span, keys] of this.spans) {
			if (span >= seconds) continue;
			for (const key of keys) this.all.delete(key);
			this.spans.delete(span);
		}
	}

	/**
	 * Forgets the oldest spans until at most `most` entries remain.
	 *
	 * @returns from which time on all are still known, if some had to go
	 */
	shrinkTo(most: number): number | undefined {
		let from: number | undefined;
		for (const [span] of this.sorted()) {
			if (this.size <= most || this.spans.size === 1) break;
			from = span + SPAN;
			this.forgetBefore(from);
		}
		return from;
	}

	toKept(): Kept {
		return Object.fromEntries(
			this.sorted().map(([span, keys]) => [String(span), [...keys].join('')]),
		);
	}

	private put(span: number, key: string): void {
		if (this.all.has(key)) return;
		this.all.add(key);
		const keys = this.spans.get(span);
		if (keys) keys.add(key);
		else this.spans.set(span, new Set([key]));
	}

	private sorted(): Array<[number, Set<string>]> {
		return [...this.spans].sort(([one], [other]) => one - other);
	}
}

function keyOf(id: string): string {
	return createHash('sha256').update(id).digest('base64url').slice(0, LENGTH);
}
