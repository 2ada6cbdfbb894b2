import { sleep } from 'n8n-workflow';

/** The clock of the stages; tests inject one that does not wait. */
export interface Clock {
	/** Unix milliseconds. */
	now(): number;
	/** Waits this many milliseconds. */
	sleep(milliseconds: number): Promise<void>;
	/** From 0 to 1, so that clients do not retry at the same moment. */
	random(): number;
}

export const systemClock: Clock = { now: Date.now, sleep, random: Math.random };
