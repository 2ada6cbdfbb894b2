import { BadInput, shown } from '../input/badInput';
import { isEmpty, restrictionOf, type TriggerContext } from '../input/restriction';

/** An address, or a range. */
interface Range {
	address: bigint;
	/** Bits of an address: 32 in IPv4, 128 in IPv6. */
	bits: number;
	/** How many of them count. */
	prefix: number;
}

/** An IPv4 address in IPv6 form, as a dual-stack socket reports it. */
const MAPPED = 0xffffn;

/**
 * Reads a list of addresses and CIDR ranges, separated by commas or blanks.
 *
 * @returns what could be read, and the entries that could not
 */
export function readAllowlist(given: unknown): { ranges: Range[]; unreadable: string[] } {
	const entries = (Array.isArray(given) ? given : [given]).flatMap((one: unknown) =>
		typeof one === 'string' ? one.split(/[\s,;]+/).filter(Boolean) : [JSON.stringify(one) ?? ''],
	);
	const read = entries.map((entry) => ({ entry, range: readRange(entry) }));
	return {
		ranges: read.flatMap(({ range }) => range ?? []),
		unreadable: read.filter(({ range }) => !range).map(({ entry }) => entry),
	};
}

/**
 * Whether a caller is on the list. What cannot be read lets nobody in.
 *
 * @param given the option as n8n gives it; an empty text allows everybody, as in n8n's own Webhook
 * @param ip of the caller, as n8n sees it
 */
export function isAllowed(given: unknown, ip: unknown): boolean {
	if (typeof given === 'string' && given.trim() === '') return true;
	const caller = typeof ip === 'string' ? readAddress(ip) : undefined;
	if (!caller) return false;
	return readAllowlist(given).ranges.some(({ address, bits, prefix }) => {
		const rest = BigInt(bits - prefix);
		return bits === caller.bits && address >> rest === caller.address >> rest;
	});
}

/** Whether a trigger accepts a request, by its allowlist option. */
export function mayCall(context: TriggerContext, ip: unknown): boolean {
	const given = restrictionOf(context, 'ipWhitelist');
	return given === undefined || isAllowed(given, ip);
}

/**
 * Checks the option at publishing: later, a mistake would only show in missing events.
 *
 * @throws BadInput
 */
export function checkAllowlist(context: TriggerContext): void {
	const given = restrictionOf(context, 'ipWhitelist');
	if (given === undefined) return;
	const { ranges, unreadable } = readAllowlist(given);
	const label = 'IP(s) Allowlist';
	if (unreadable.length === 0 && ranges.length === 0) throw isEmpty(label);
	if (unreadable.length === 0) return;
	throw new BadInput(
		`${label} is not valid: ${shown(unreadable[0])}`,
		'Expected addresses such as 192.0.2.10 or ranges such as 192.0.2.0/24, separated by commas.',
	);
}

function readRange(entry: string): Range | undefined {
	const [text, length, ...more] = entry.split('/');
	const address = readAddress(text);
	if (!address || more.length > 0) return undefined;
	if (length === undefined) return { ...address, prefix: address.bits };
	const prefix = Number(length);
	return /^\d{1,3}$/.test(length) && prefix <= address.bits ? { ...address, prefix } : undefined;
}

function readAddress(text: string): { address: bigint; bits: number } | undefined {
	const v4 = readV4(text);
	if (v4 !== undefined) return { address: v4, bits: 32 };
	const v6 = readV6(text);
	if (v6 === undefined) return undefined;
	return v6 >> 32n === MAPPED
		? { address: v6 & 0xffffffffn, bits: 32 }
		: { address: v6, bits: 128 };
}

function readV4(text: string): bigint | undefined {
	const parts = text.split('.');
	const isByte = (part: string) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256;
	if (parts.length !== 4 || !parts.every(isByte)) return undefined;
	return parts.reduce((address, part) => address * 256n + BigInt(part), 0n);
}

function readV6(text: string): bigint | undefined {
	const [, before, v4] = /^(.*:)([\d.]+\.[\d.]+)$/.exec(text) ?? [];
	const embedded = v4 === undefined ? undefined : readV4(v4);
	if (v4 !== undefined && embedded === undefined) return undefined;
	const plain =
		embedded === undefined
			? text
			: `${before}${(embedded >> 16n).toString(16)}:${(embedded & 0xffffn).toString(16)}`;
	const halves = plain.split('::');
	if (halves.length > 2) return undefined;
	const [head, tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
	const missing = 8 - head.length - tail.length;
	if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
	const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
	if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
	return groups.reduce((address, group) => address * 65536n + BigInt(`0x${group}`), 0n);
}
