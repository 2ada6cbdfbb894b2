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
	const { callback_data: callbackData, phone, text } = request.body as IDataObject;
	const isOurs = run.ledger?.isRetried === true && isOwnId(callbackData);
	if (!isWanted && !isOurs) return { request };
	const sent = await run.once('sent before', async () => await readSent(run, ask));
	if ('failure' in sent) return sent;
	const toPhone = ({ phone: to }: IDataObject) => digitsOf(to) === digitsOf(phone);
	const isThis = (entry: IDataObject) => entry.callback_data === callbackData && toPhone(entry);
	const mayDiffer = isOurs && run.ledger!.mayDiffer;
	let index = sent.entries.findIndex(isThis);
	if (mayDiffer && !(index >= 0 && isSameText(sent.entries[index].text, text))) {
		const isKnown = index >= 0;
		index = sent.entries.findIndex((one) => toPhone(one) && one.text && isSameText(one.text, text));
		if (index < 0 && isKnown) {
			const wanted = this.getNodeParameter('options.ifUnknown', 'leave');
			return wanted === 'sendAgain' ? { request } : { failure: ANOTHER_TEXT };
		}
	}
	return index < 0 ? { request } : { found: sent.entries.splice(index, 1)[0] };
});

/** n8n has lost what the earlier execution had before this node, so it may have been another message. */
const ANOTHER_TEXT: Failure = {
	message: 'Not sent, because the lost execution sent another text to this number here',
	description:
		'Check which message the number got. To send this one as well, set If the Outcome Is Unknown to "Send Again". Nothing was sent.',
	effect: 'none',
};

/** LOX24 transliterates texts, and deletes them if the user wants that. */
function isSameText(sent: unknown, text: unknown): boolean {
	const bare = (value: unknown) =>
		String(value ?? '')
			.normalize('NFKD')
			.replace(/[^a-z0-9]/gi, '');
	return !sent || bare(sent) === bare(text);
}

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
