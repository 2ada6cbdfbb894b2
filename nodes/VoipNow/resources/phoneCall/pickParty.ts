import type { IDataObject } from 'n8n-workflow';

import { isEmpty } from '../../../shared/input/query';
import { completedBy } from '../../../shared/request/marks';
import { type Choice, isAt, onlyParty, own, partiesOf } from './party';
import { readCall } from './readCall';

/**
 * Fills in `phoneCallViewId`, which VoipNow wants for nearly every action on a call, by reading
 * the call first. It has to be read each time: after Park it may be another one
 * (docs/api/voipnow.md, "Call actions"). A view the user chose is left alone.
 *
 * @param choice which party the action is about
 */
export function pickView(choice: Choice) {
	return completedBy(async function (request, ask) {
		const body = request.body as IDataObject;
		if (!isEmpty(body.phoneCallViewId)) return { request };
		const read = await readCall(request, ask);
		if ('failure' in read) return read;
		const extension = String(this.getNodeParameter('extension'));
		const { viewId } = onlyParty(partiesOf(read.call), choice, extension, 'Call View ID');
		return { request: { ...request, body: { ...body, phoneCallViewId: viewId } } };
	});
}

/**
 * Fills in the number of the party that transfers, unless the user named it or a view: the number
 * by which the call knows the extension in the path.
 */
export const pickTransferringNumber = completedBy(async function (request, ask) {
	const body = request.body as IDataObject;
	if (!isEmpty(body.transferFromNumber) || !isEmpty(body.phoneCallViewId)) return { request };
	const read = await readCall(request, ask);
	if ('failure' in read) return read;
	const extension = String(this.getNodeParameter('extension'));
	const field = 'Transfer From Number';
	const party = onlyParty(partiesOf(read.call), own, extension, field);
	const known = [...party.source, ...party.destination].find((one) => isAt(one, party.extension));
	const transferFromNumber = known ?? party.extension;
	return { request: { ...request, body: { ...body, transferFromNumber } } };
});

/**
 * Fills in the number of the party that is sent to voicemail, unless the user named it: the one
 * the extension in the path speaks with. Where that is not one number, VoipNow decides: that it
 * needs the number is known from code of the vendor that was never run (docs/api/voipnow.md, "Call actions").
 */
export const pickTransferredNumber = completedBy(async function (request, ask) {
	const body = request.body as IDataObject;
	if (!isEmpty(body.transferNumber)) return { request };
	const read = await readCall(request, ask);
	if ('failure' in read) return read;
	const extension = String(this.getNodeParameter('extension'));
	const parties = partiesOf(read.call);
	const mine = own(parties, extension);
	// Several parties at the extension may be talking to each other.
	if (mine.length > 1) onlyParty(parties, own, extension, 'Transfer Number');
	const numbers = mine.flatMap(({ source, destination }) => [...source, ...destination]);
	const others = new Set(numbers.filter((one) => !isAt(one, mine[0].extension)));
	if (others.size !== 1) return { request };
	const [transferNumber] = others;
	return { request: { ...request, body: { ...body, transferNumber } } };
});
