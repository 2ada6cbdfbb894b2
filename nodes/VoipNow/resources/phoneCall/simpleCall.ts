import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/response/response';
import { inWords } from '../../../shared/response/simplify';
import { callStatuses, dispositions, flows } from '../../codes';
import { keepChosen } from '../keepChosen';
import { numbersOf } from './party';

/**
 * A call without its links and owner: times in UTC, and each party in one line with its codes in
 * words beside them. What VoipNow left out is left out.
 */
export const simpleCall = keepChosen(
	(call) => {
		const { id, extension, nonce, published, answered, phoneCallView } = call;
		// An answer without a body, and one of which fields were chosen, stand for themselves.
		if (call.success !== undefined || !Array.isArray(phoneCallView)) return call;
		return present({
			id,
			extension,
			nonce,
			published: toIso(published),
			answered: toIso(answered),
			parties: (phoneCallView as unknown[]).filter(isObject).map(simpleParty),
		});
	},
	['phoneCallView'],
);

function simpleParty(view: IDataObject): IDataObject {
	const { status, flow, disposition } = view;
	return present({
		id: view.id,
		extension: view.extension,
		source: numbersOf(view.source).join(', '),
		destination: numbersOf(view.destination).join(', '),
		callerId: view.callerId,
		status,
		statusName: status === undefined ? undefined : inWords(status, callStatuses),
		flow,
		flowName: flow === undefined ? undefined : inWords(flow, flows),
		disposition,
		dispositionName: disposition === undefined ? undefined : inWords(disposition, dispositions),
		ringing: toIso(view.ringing),
		answered: toIso(view.answered),
		recording: toIso(view.recording),
		onHold: toIso(view.onHold),
		holder: view.holder,
		parked: toIso(view.parked),
		parkedPos: view.parkedPos,
		parkedBy: view.parkedBy,
	});
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
