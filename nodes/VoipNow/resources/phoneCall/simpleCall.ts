import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/response/response';
import { without } from '../../../shared/without';
import { keepChosen } from '../../fields/keepChosen';
import { simpleLeg } from '../../fields/simpleLeg';

/** Of a party. */
const TIMES = ['ringing', 'answered', 'recording', 'onHold', 'parked'];

/**
 * A call without its links and owner: times in UTC, and each party in one line with its codes in
 * words beside them. What VoipNow left out is left out, what newer versions add is kept.
 */
export const simpleCall = keepChosen(
	(call) => {
		const { id, extension, nonce, published, answered, phoneCallView, ...others } = call;
		// A response without a body, and one of which fields were chosen, stand for themselves.
		if (call.success !== undefined || !Array.isArray(phoneCallView)) return call;
		return present({
			id,
			extension,
			nonce,
			published: toIso(published),
			answered: toIso(answered),
			...without(others, ['ownerId', 'ownerName', 'links']),
			parties: (phoneCallView as unknown[]).filter(isObject).map(simpleParty),
		});
	},
	['phoneCallView'],
);

function simpleParty(view: IDataObject): IDataObject {
	const party = simpleLeg(view);
	for (const field of TIMES) if (party[field] !== undefined) party[field] = toIso(party[field]);
	return party;
}

/**
 * VoipNow sends an offset or `Z` (docs/api/voipnow.md, "Data types"); what is not a date stays as
 * it is.
 */
function toIso(time: IDataObject[string]): IDataObject[string] {
	const milliseconds = typeof time === 'string' ? Date.parse(time) : NaN;
	return Number.isNaN(milliseconds) ? time : new Date(milliseconds).toISOString();
}

function present(fields: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
