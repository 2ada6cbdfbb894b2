import { isObject } from '../../shared/response/response';
import type { Lox24Event } from './readEvent';

const INSTEAD = '…';

/** The `@` of an address and LOX24's hosts for e-mails that become messages, also encoded. */
const GATEWAY = /((?:@|%40|=40|&#64;)[\w-]{0,40}2(?:sms|bulk)\.lox24\.[a-z]{2,10})/i;

/** What does not belong to an address in front of its `@`. */
const DELIMITER = /[\s<>"'()[\]{},;:=/\\]/;

/** Shorter ones may be a part of any word. */
const SHORTEST = 6;

/** Genuine events have one or two. */
const MOST_ADDRESSES = 20;

/**
 * Takes the API key out of an event about an e-mail: it is a part of the address that the e-mail
 * went to, `{user}.{key}.{number}@…`, and whoever has it can send at the account's cost
 * (docs/api/lox24.md, "E-mail to SMS"). A rejection can repeat the address anywhere.
 */
export function withoutKeys<T extends Lox24Event>(event: T): T {
	const { data } = event;
	const email = isObject(data) && isObject(data.email) ? data.email : {};
	const secrets = secretsOf(textsOf(email.to));
	const known = secrets.length > 0 ? new RegExp(secrets.map(escaped).join('|'), 'gi') : undefined;
	const clean = (text: string) => withoutGatewayKeys(known ? text.replace(known, INSTEAD) : text);
	return inTexts(event, clean) as T;
}

/** What stands before the `@` of each address, and the key in it. */
function secretsOf(texts: string[]): string[] {
	const locals = texts.flatMap((text) =>
		text
			.split('@', MOST_ADDRESSES)
			.slice(0, -1)
			.map((before) => before.slice(-320).split(DELIMITER).at(-1) ?? ''),
	);
	const keys = locals.map((local) => local.split('.')[1] ?? '');
	return [...locals, ...keys].filter(({ length }) => length >= SHORTEST);
}

function withoutGatewayKeys(text: string): string {
	if (!/lox24/i.test(text)) return text;
	const parts = text.split(GATEWAY);
	// Every second part is a host.
	return parts
		.map((part, index) =>
			index % 2 === 0 && index < parts.length - 1 ? `${withoutLastWord(part)}${INSTEAD}` : part,
		)
		.join('');
}

function withoutLastWord(text: string): string {
	let end = text.length;
	while (end > 0 && !DELIMITER.test(text[end - 1])) end--;
	return text.slice(0, end);
}

function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.slice(0, MOST_ADDRESSES).flatMap(textsOf);
	return isObject(value) ? textsOf(Object.values(value)) : [];
}

/** The same value with every text changed, names of fields too. */
function inTexts(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((one) => inTexts(one, change));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, one]) => [change(name), inTexts(one, change)]),
	);
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
