/** A call event of an extension, as VoipNow lists it; numbers as text. */
export interface Registration {
	id: string;
	type: string;
	url: string;
	method: string;
	status: string;
	note: string;
}

/** How this trigger recognises its own call events. */
export interface Own {
	/** The address without the event type, such as `https://…/webhook/<ID>/call`. */
	base: string;
	/**
	 * Number of segments at the end of the path that belong to the trigger, whatever n8n's address.
	 */
	segments: number;
	/** Prefix of the notes of all triggers in this n8n. */
	instance: string;
	/** Prefix of the notes of this workflow. */
	mark: string;
}

/** The changes after which VoipNow has exactly the wanted call events. */
export interface Plan {
	/** Event types. */
	create: string[];
	update: Registration[];
	remove: Registration[];
}

/** Sent as text (docs/api/voipnow.md, "Fields of an event"). */
const POST = '1';
const ENABLED = '1';

/** VoipNow does not say what happened when it calls: each type has an address of its own. */
export function addressOf({ base }: Own, type: string): string {
	return `${base}/${type}`;
}

/** Stored fields of a call event, apart from its type. */
export function contentOf(own: Own, type: string, note: string) {
	return { method: POST, url: addressOf(own, type), status: ENABLED, note };
}

/**
 * Compares the call events of one extension with those that are wanted. What is not known to be of
 * this trigger is left alone: the path alone could be that of a copy of the workflow in another n8n,
 * and the note alone that of another trigger, or of a test of this one.
 *
 * @param types none to take all away
 */
export function plan(found: Registration[], types: string[], own: Own): Plan {
	const mine = found.filter((one) => isOwn(one, own));
	const kept = new Set<Registration>();
	const create: string[] = [];
	const update: Registration[] = [];
	for (const type of new Set(types)) {
		const ofType = mine.filter((one) => one.type === type);
		const best = ofType.find((one) => isCurrent(one, own)) ?? ofType[0];
		if (!best) create.push(type);
		else kept.add(best);
		if (best && !isCurrent(best, own)) update.push(best);
	}
	return { create, update, remove: mine.filter((one) => !kept.has(one)) };
}

export function isDone({ create, update, remove }: Plan): boolean {
	return create.length + update.length + remove.length === 0;
}

/**
 * The same address, or this workflow's note and the trigger's part of the path. A second workflow
 * can have the same address: n8n does not let it be published, but then calls `delete`.
 */
function isOwn({ url, note }: Registration, own: Own): boolean {
	const [given, base] = [withoutType(url), readUrl(own.base)];
	if (!given || !base) return false;
	if (note.startsWith(own.instance) && !note.startsWith(own.mark)) return false;
	if (given.href === base.href) return true;
	return note.startsWith(own.mark) && endOf(given, own) === endOf(base, own);
}

function isCurrent({ type, url, method, status }: Registration, own: Own): boolean {
	const wanted = readUrl(addressOf(own, type));
	return method === POST && status === ENABLED && readUrl(url)?.href === wanted?.href;
}

function withoutType(url: string): URL | undefined {
	return /\/[0-4]$/.test(url) ? readUrl(url.slice(0, -2)) : undefined;
}

function endOf({ pathname }: URL, { segments }: Own): string {
	return pathname.split('/').slice(-segments).join('/');
}

function readUrl(url: string): URL | undefined {
	return URL.canParse(url) ? new URL(url) : undefined;
}
