import type { IDataObject } from 'n8n-workflow';

import { inWords } from '../../shared/description/simplify';
import { isObject } from '../../shared/response/response';
import { isHarmless } from '../../shared/webhook/body';
import { eventTypes } from '../codes';
import { callStatuses } from './fields';

/** Parameters of a call event (docs/api/voipnow.md, "Parameters of a call event"). */
const PARAMETERS = [
	'CallID',
	'CallAPIID',
	'CallStatus',
	'CallFlow',
	'CallerIDNum',
	'CallerIDName',
	'CallerExtension',
	'CalledNumber',
	'CalledDID',
	'CalledExtension',
] as const;

type Parameter = (typeof PARAMETERS)[number];

/** Seen in small letters as well. */
const WORDS: Parameter[] = ['CallStatus', 'CallFlow'];

const BY_LOWER_CASE = new Map<string, Parameter>(
	PARAMETERS.map((name) => [name.toLowerCase(), name]),
);

const HANGUP = '2';

/** A request's parameters, in whichever form they came. */
export interface Received {
	/** With or without the host. */
	url: string;
	query: unknown;
	body: unknown;
	/** The raw body, for senders that do not declare it as a form. */
	rawBody?: unknown;
}

/** The last segment of the path: VoipNow does not send the event type. */
export function typeOf({ url }: Pick<Received, 'url'>): string | undefined {
	const [path] = url.split(/[?#]/);
	return /\/call\/([0-4])\/?$/.exec(path)?.[1];
}

/**
 * Makes an item of a request. Each of VoipNow's parameters is there, as a text that may be empty;
 * what is not known is passed on.
 *
 * @returns nothing when it is not a call event
 */
export function toCallEvent(type: string, { query, body, rawBody }: Received) {
	const parts = [query, valuesOf(body) ?? formIn(body, rawBody)].filter(isObject);
	if (!parts.every(isHarmless)) return undefined;
	const known = Object.fromEntries(PARAMETERS.map((name) => [name, ''])) as Record<
		Parameter,
		string
	>;
	const others: IDataObject = {};
	for (const [given, value] of parts.flatMap((part) => Object.entries(part))) {
		const name = BY_LOWER_CASE.get(given.toLowerCase());
		if (name === undefined) others[given] = value;
		else known[name] = toText(value) || known[name];
	}
	if (Object.values(known).every((value) => value === '')) return undefined;
	for (const name of WORDS) known[name] = known[name].trim().toUpperCase();
	const eventName = String(inWords(type, eventTypes));
	return { ...others, ...known, event: Number(type), eventName };
}

/** Whether the end of a call is one of those that are wanted; other events always are. */
export function isWanted(type: string, status: string, wanted: string[] | undefined): boolean {
	if (type !== HANGUP || !wanted) return true;
	const isListed = callStatuses.some(({ value }) => value === status);
	return wanted.includes(isListed ? status : 'UNKNOWN');
}

/** The first value that is not empty, of a parameter that occurs several times. */
function toText(value: unknown): string {
	if (Array.isArray(value)) return value.map(toText).find((one) => one !== '') ?? '';
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A multipart form is separate from its files. */
function valuesOf(body: unknown): IDataObject | undefined {
	if (!isObject(body) || Object.keys(body).length === 0) return undefined;
	return isObject(body.data) && isObject(body.files) ? body.data : body;
}

/**
 * The content type is unreliable (docs/api/voipnow.md, "What a call event trigger can rely on").
 */
function formIn(...bodies: unknown[]): IDataObject | undefined {
	const text = bodies
		.map((one) => (Buffer.isBuffer(one) ? one.toString('utf8') : one))
		.find((one): one is string => typeof one === 'string' && one !== '');
	if (text === undefined || text.length > LONGEST_FORM) return undefined;
	return Object.fromEntries(new URLSearchParams(text));
}

/** Characters; ten parameters have a few hundred. */
const LONGEST_FORM = 20_000;
