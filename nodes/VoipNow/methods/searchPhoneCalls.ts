import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { inWords } from '../../shared/description/simplify';
import { ask } from '../api/ask';
import { callStatuses } from '../codes';
import { isAt, partiesOf, toLine } from '../resources/phoneCall/party';
import { callsIn } from '../resources/phoneCall/readCall';

/** One request's worth: nobody picks from a longer list. */
const MOST = 4999;

/**
 * Calls in progress of the extension that is chosen, such as
 * `0003*210 → 15551234567, on call, since 14:03`.
 */
export async function searchPhoneCalls(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const body = await ask.call(this, '/phoneCalls/{userId}/{extension}', { count: MOST });
	const extension = String(this.getCurrentNodeParameter('extension') ?? '');
	const timezone = this.getTimezone();
	const results = callsIn(body)
		.map((call) => ({ name: toLabel(call, extension, timezone), value: String(call.id ?? '') }))
		.filter(({ name, value }) => value !== '' && name.toLowerCase().includes(filter.toLowerCase()));
	return { results };
}

/** Caller, called, the state at the extension, and the start. */
function toLabel(call: IDataObject, extension: string, timezone: string): string {
	const parties = partiesOf(call);
	const party = parties.find((one) => isAt(one.extension, extension)) ?? parties[0];
	const since = toClock(call.answered ?? call.published, timezone);
	return [
		party ? toLine(party) : String(call.id),
		...(party ? [String(inWords(party.status, callStatuses)).toLowerCase()] : []),
		...(since ? [`since ${since}`] : []),
	].join(', ');
}

/** @returns hours and minutes in the workflow's time zone; nothing when it is not a date */
function toClock(time: unknown, timezone: string): string | undefined {
	const milliseconds = Date.parse(String(time));
	if (Number.isNaN(milliseconds)) return undefined;
	return new Intl.DateTimeFormat('en-GB', {
		hour: '2-digit',
		minute: '2-digit',
		timeZone: timezone,
	}).format(milliseconds);
}
