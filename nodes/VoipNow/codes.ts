import type { INodePropertyOptions } from 'n8n-workflow';

import { isObject } from '../shared/response/response';

/*
 * The codes of VoipNow and what they mean. The tables are in the form of n8n's options, so that a
 * field can offer them and `simplify` can put them beside a code in words.
 */

/** Phone call view `status` (docs/api/voipnow.md, "Calls and their views"). */
export const callStatuses: INodePropertyOptions[] = [
	{ name: 'Off Hook', value: 1 },
	{ name: 'On Call', value: 5 },
	{ name: 'Other Side Ringing', value: 4 },
	{ name: 'Ringing', value: 3 },
	{ name: 'Trying', value: 2 },
	{ name: 'Unknown', value: 0 },
];

/**
 * `flow` of phone calls and call reports (docs/api/voipnow.md, "Calls and their views" and "Call
 * reports").
 */
export const flows: INodePropertyOptions[] = [
	{ name: 'Incoming Public', value: 8 },
	{ name: 'Local', value: 2 },
	{ name: 'Outgoing Public', value: 4 },
];

/**
 * `disposition` of phone calls and call reports (docs/api/voipnow.md, "Calls and their views" and
 * "Call reports").
 */
export const dispositions: INodePropertyOptions[] = [
	{ name: 'Answered', value: 0 },
	{ name: 'Busy', value: 1 },
	{ name: 'Failed', value: 2 },
	{ name: 'No Answer', value: 3 },
	{ name: 'Not Allowed', value: 5 },
	{ name: 'Unknown', value: 4 },
];

/** `type` of the statistics in call reports (docs/api/voipnow.md, "Call reports"). */
export const statisticsTypes: INodePropertyOptions[] = [
	{ name: 'Incoming', value: 0 },
	{ name: 'Outgoing', value: 1 },
];

/** Phone call event `type`; sent as text (docs/api/voipnow.md, "Fields of an event"). */
export const eventTypes: INodePropertyOptions[] = [
	{ name: 'Answer on Incoming Call', value: '3' },
	{ name: 'Answer on Outgoing Call', value: '4' },
	{ name: 'Dial-In', value: '0' },
	{ name: 'Dial-Out', value: '1' },
	{ name: 'Hangup', value: '2' },
];

/** Phone call event `method`; sent as text. */
export const eventMethods: INodePropertyOptions[] = [
	{ name: 'GET', value: '0' },
	{ name: 'POST', value: '1' },
];

/** Phone call event `status`; sent as text. */
export const eventStatuses: INodePropertyOptions[] = [
	{ name: 'Disabled', value: '0' },
	{ name: 'Enabled', value: '1' },
];

/**
 * Presence `status`, of an extension and of each of its devices (docs/api/voipnow.md, "Presence").
 */
export const presenceStatuses: INodePropertyOptions[] = [
	{ name: 'Busy', value: 3 },
	{ name: 'Online', value: 1 },
	{ name: 'Ringing', value: 2 },
	{ name: 'Unknown', value: 0 },
];

/** `registration` of a device (docs/api/voipnow.md, "Presence"). */
export const registrations: INodePropertyOptions[] = [
	{ name: 'Expired', value: -2 },
	{ name: 'No Registration Needed', value: 2 },
	{ name: 'Not Registered', value: -1 },
	{ name: 'Registered', value: 1 },
	{ name: 'Unknown', value: 0 },
];

/** Queue agent `status`; sent as text (docs/api/voipnow.md, "Queue agents"). */
export const agentStatuses: INodePropertyOptions[] = [
	{ name: 'Logged Out', value: '0' },
	{ name: 'Online', value: '1' },
	{ name: 'Paused', value: '2' },
];

/**
 * Fields that hold a number. `answered` and `recording` are dates in a call and counts in the
 * statistics; only what consists of digits is taken for a number. Extension and phone numbers,
 * all kinds of IDs and notes are not listed: they stay text, with their leading zeros.
 */
const NUMBER_FIELDS = new Set([
	...['status', 'flow', 'disposition', 'duration', 'holder', 'parkedPos', 'type', 'method'],
	...['registration', 'total', 'answered', 'unanswered', 'busy', 'failed', 'unknown', 'unallowed'],
]);

/** Numbers of extensions and owners, which may come as JSON numbers as well. */
const TEXT_FIELDS = new Set(['ownerId', 'extension', 'parkedBy', 'agentNumber', 'identifier']);

/**
 * Normalizes an object or list of a response: numbers are numbers, whether VoipNow sent 5 or "5",
 * which varies at random, and the caller ID is always `callerId`, also spelled `callerID`
 * (docs/api/voipnow.md, "Data types" and "Calls and their views").
 *
 * @returns a copy; what is inside of lists and objects is treated as well
 */
export function inOneForm<Value>(value: Value): Value {
	if (Array.isArray(value)) return value.map((one: unknown) => inOneForm(one)) as Value;
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, field]) => [
			name === 'callerID' ? 'callerId' : name,
			fieldInOneForm(name, field),
		]),
	) as Value;
}

function fieldInOneForm(name: string, field: unknown): unknown {
	if (typeof field === 'string') return NUMBER_FIELDS.has(name) ? toNumber(field) : field;
	if (typeof field === 'number') return TEXT_FIELDS.has(name) ? String(field) : field;
	return inOneForm(field);
}

function toNumber(text: string): string | number {
	return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
