import type { Failure } from '../answer/failure';

/**
 * Lets the first request of a run go alone, and the others only when the service has accepted
 * the account.
 *
 * LOX24 blocks an IP for ten minutes after more than three requests with wrong credentials
 * within a minute (lox24-api reference, section 2.2), and n8n sends all items at once.
 */
export class Gate {
	private state: 'unproved' | 'proving' | 'open' = 'unproved';

	private closedBy?: { failure: Failure; lasting: boolean };

	private waiting: Array<() => void> = [];

	/** Why nothing more is sent, when that is so. */
	get refusal(): Failure | undefined {
		return this.closedBy?.failure;
	}

	/**
	 * Waits for the right to send.
	 *
	 * @returns the refusal that holds for every item of this run, or nothing: then the caller
	 * sends, and reports with `open`, `close` or `pass`
	 */
	async enter(): Promise<Failure | undefined> {
		while (this.state === 'proving' && !this.closedBy) {
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		if (this.closedBy) return this.closedBy.failure;
		if (this.state === 'unproved') this.state = 'proving';
		return undefined;
	}

	/** The service has answered and does not refuse the account. */
	open(): void {
		this.state = 'open';
		this.release();
	}

	/**
	 * Nothing more may be sent.
	 *
	 * @param failure what every other item ends with
	 * @param lasting holds for the whole run, also when n8n tries the node again
	 */
	close(failure: Failure, lasting: boolean): void {
		this.closedBy ??= { failure, lasting };
		this.state = 'open';
		this.release();
	}

	/** The request was not sent after all; the next one in line goes first. */
	pass(): void {
		if (this.state === 'proving') this.state = 'unproved';
		this.release();
	}

	/** n8n tries the node again: an address that could not be reached may be back. */
	startTry(): void {
		if (this.closedBy && !this.closedBy.lasting) {
			this.closedBy = undefined;
			this.state = 'unproved';
		}
	}

	private release(): void {
		const waiting = this.waiting;
		this.waiting = [];
		for (const resume of waiting) resume();
	}
}
