import { sleep } from 'n8n-workflow';

/** Time, as the stages see it; tests hand in one that does not wait. */
export interface Clock {
	/** Unix milliseconds. */
	now(): number;
	/** Waits so many milliseconds. */
	sleep(milliseconds: number): Promise<void>;
	/** From 0 to 1, so that many clients do not come back at the same moment. */
	random(): number;
}

export const systemClock: Clock = { now: Date.now, sleep, random: Math.random };
