import type { IDataObject } from 'n8n-workflow';

import { isOn } from '../../../shared/input/kind';
import { completedBy } from '../../../shared/request/marks';
import { isObject } from '../../../shared/response/response';
import type { Failure } from '../../../shared/response/failure';
import { isOwnId } from '../../../shared/send/ledger';
import type { Run } from '../../../shared/send/run';
import type { Send } from '../../../shared/send/stage';
import { JSON_LD } from '../../api/jsonLd';
import { digitsOf } from '../../api/lookUp';
import { noList, readList } from '../../api/readList';

/** So many are looked up with one request; the address stays well below what servers take. */
const MOST_VALUES = 50;

/**
 * Leaves out what was sent before with the same Callback Data to the same number, in whichever
 * execution. Each message that is found stands for one item.
 *
 * Retry of an execution that was retried before begins where it failed first, and knows nothing of
 * what the other Retry has sent; Retry of one that was lost in the middle begins at the trigger. Our
 * own IDs tell.
 */
export const skipSent = completedBy(async function (request, ask, run) {
	const isWanted = isOn(this, 'options.skipIfAlreadySent', 'Skip If Already Sent');
	const { callback_data: callbackData, phone } = request.body as IDataObject;
	const isOurs = run.ledger?.isRetried === true && isOwnId(callbackData);
	if (!isWanted && !isOurs) return { request };
	const sent = await run.once('sent before', async () => await readSent(run, ask));
	if ('failure' in sent) return sent;
	const index = sent.entries.findIndex(
		(entry) => entry.callback_data === callbackData && digitsOf(entry.phone) === digitsOf(phone),
	);
	return index < 0 ? { request } : { found: sent.entries.splice(index, 1)[0] };
});

/** All messages that have the Callback Data of any item of the run. */
async function readSent(
	{ requests, context }: Run,
	ask: Send,
): Promise<{ entries: IDataObject[] } | { failure: Failure }> {
	const values = [...new Set(requests.map(({ body }) => (body as IDataObject).callback_data))];
	let entries: unknown[] = [];
	const options = { timezone: context.getTimezone(), concurrency: 1 };
	for (let start = 0; start < values.length; start += MOST_VALUES) {
		const some = values.slice(start, start + MOST_VALUES) as string[];
		const { headers, baseURL, timeout, proxy, skipSslCertificateValidation } = requests[0];
		const list = await readList(
			{
				...{ baseURL, timeout, proxy, skipSslCertificateValidation },
				method: 'GET',
				url: '/sms',
				headers: { ...headers, Accept: JSON_LD },
				qs: some.length === 1 ? { callback_data: some[0] } : { 'callback_data[]': some },
				arrayFormat: 'repeat',
			},
			Infinity,
			withBody(ask),
			options,
		);
		if (list.failure) return { failure: list.failure };
		// What says nothing about Callback Data proves nothing.
		const isUsable = (entry: unknown) => isObject(entry) && 'callback_data' in entry;
		if (!list.entries.every(isUsable)) return { failure: noList() };
		entries = entries.concat(list.entries);
	}
	return { entries: entries.filter(isObject) };
}

/** An empty list says so; no body at all may come from anybody. */
function withBody(ask: Send): Send {
	return async (request) => {
		const sent = await ask(request);
		return 'response' in sent && sent.response.body === undefined ? { failure: noList() } : sent;
	};
}
