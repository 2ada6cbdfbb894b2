import { isObject } from '../../shared/response/response';
import { escaped, inTexts } from '../../shared/response/texts';
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

/** `{user}.{key}.{number}` at least. */
const PARTS = 3;

/**
 * Takes the API key out of an event about an e-mail: it is a part of the address that the e-mail
 * went to, `{user}.{key}.{number}@…`, and whoever has it can send at the account's cost
 * (docs/api/lox24.md, "E-mail to SMS"). A rejection can repeat the address anywhere.
 */
export function withoutKeys<T extends Lox24Event>(event: T): T {
	const { data, name } = event;
	const email = isObject(data) && isObject(data.email) ? data.email : {};
	const secrets = secretsIn(textsOf(email.to).slice(0, MOST_ADDRESSES));
	const clean = (text: string) =>
		withoutGatewayKeys(secrets ? text.replace(secrets, INSTEAD) : text);
	return { ...(inTexts(event, clean, clean) as T), name };
}

/** What stands before the `@` of addresses, and the keys in it wherever they are. */
function secretsIn(texts: string[]): RegExp | undefined {
	const locals = texts.flatMap((text) =>
		text
			.split('@', MOST_ADDRESSES)
			.slice(0, -1)
			.map((before) => before.slice(-320).split(DELIMITER).at(-1) ?? ''),
	);
	const patterns = locals.flatMap((local) => {
		const parts = local.split('.');
		// What has no key may be any word, so it only goes where it is part of an address.
		return parts.length < PARTS
			? withPattern(local, (word) => `${word}(?=@|%40|=40|&#64;)`)
			: [local, parts[1]].flatMap((secret) => withPattern(secret));
	});
	return patterns.length > 0 ? new RegExp(patterns.join('|'), 'gi') : undefined;
}

function withPattern(text: string, toPattern = (word: string) => word): string[] {
	return text.length < SHORTEST ? [] : [toPattern(escaped(text))];
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
