import type { IDataObject } from 'n8n-workflow';

import { inWords } from '../../../shared/description/simplify';
import { BadInput } from '../../../shared/input/badInput';
import { isObject } from '../../../shared/response/response';
import { callStatuses } from '../../codes';

/**
 * One party of a call, as VoipNow shows it in a view of the call (docs/api/voipnow.md, "Calls and
 * their views").
 */
export interface Party {
	viewId: string;
	/** Whose view it is: an extension, or the number of an outside party. */
	extension: string;
	source: string[];
	destination: string[];
	status: unknown;
	isParked: boolean;
}

/** Reduces the parties of a call to possible candidates. */
export type Choice = (parties: Party[], extension: string) => Party[];

/** The party at the extension in the path; with "@self" the only one that is an extension. */
export const own: Choice = (parties, extension) =>
	parties.filter((party) => isAt(party.extension, extension));

/** The ringing one at the extension in the path, if there are several. */
export const ownRinging: Choice = (parties, extension) => {
	const candidates = own(parties, extension);
	const ringing = candidates.filter(({ status }) => status === 3);
	return ringing.length > 0 ? ringing : candidates;
};

/**
 * The other end: parking a call parks the party that waits, not the one who parks it. Beside a
 * queue, it is the one whose number the extension sees.
 */
export const other: Choice = (parties, extension) => {
	const mine = own(parties, extension);
	if (mine.length === 0) return [];
	const others = parties.filter((party) => !mine.includes(party));
	const numbers = mine.flatMap(({ source, destination }) => [...source, ...destination]);
	const seen = others.filter((party) => numbers.some((number) => isAt(number, party.extension)));
	return seen.length > 0 ? seen : others;
};

/** The party waiting in the parking lot, whoever parked it. */
export const parked: Choice = (parties) => parties.filter(({ isParked }) => isParked);

/** All parties of a call as `callsIn` gives it; fields that a party lacks are empty. */
export function partiesOf(call: IDataObject): Party[] {
	const views = Array.isArray(call.phoneCallView) ? (call.phoneCallView as unknown[]) : [];
	return views.filter(isObject).map((view) => {
		const { id, extension, status, parked: parkedAt } = view;
		return {
			viewId: String(id ?? ''),
			extension: String(extension ?? ''),
			source: numbersOf(view.source),
			destination: numbersOf(view.destination),
			status,
			isParked: Boolean(parkedAt),
		};
	});
}

/**
 * The numbers of a source or destination, which is a list or a text (docs/api/voipnow.md, "Calls
 * and their views").
 */
export function numbersOf(value: unknown): string[] {
	return [value].flat().filter(Boolean).map(String);
}

/**
 * The one party that is meant.
 *
 * @param field what the user can fill in to choose, as the editor shows it
 * @throws BadInput when none or several can be meant; it lists the parties
 */
export function onlyParty(
	parties: Party[],
	choice: Choice,
	extension: string,
	field: string,
): Party {
	const candidates = choice(parties, extension).filter(({ viewId }) => viewId !== '');
	if (candidates.length === 1) return candidates[0];
	throw unclear(
		parties,
		field,
		candidates.length === 0 ? 'none fits' : `${candidates.length} are possible`,
	);
}

/** Lists the parties and says how to choose one. */
export function unclear(parties: Party[], field: string, why: string): BadInput {
	const list = parties.map(
		(party) =>
			`${party.viewId} (${party.extension}: ${toLine(party)}, ${inWords(party.status, callStatuses)})`,
	);
	return new BadInput(
		`It is unclear which party of the call is meant: ${why}`,
		`${list.length > 0 ? `The parties are: ${list.join('; ')}.` : 'VoipNow shows no parties of this call.'} Choose one with "${field}" under Additional Fields. Nothing was changed.`,
	);
}

/** Who calls whom. */
export function toLine({ source, destination }: Pick<Party, 'source' | 'destination'>): string {
	return `${source.join(', ') || '?'} → ${destination.join(', ') || '?'}`;
}

/**
 * Whether two numbers are the same. The short form stands for the extended one: 210 is 0003*210.
 * Of all numbers only extensions have an asterisk, by which "@self" knows them.
 *
 * @param number as a call has it, an outside one with or without its plus sign
 * @param extension an extension, "@self" or a number as well
 */
export function isAt(number: string, extension: string): boolean {
	if (extension === '@self') return number.includes('*');
	const [one, two] = [number, extension].map((text) => text.replace(/^\+/, ''));
	if (one.includes('*') && two.includes('*')) return one === two;
	return one.split('*').pop() === two.split('*').pop();
}
