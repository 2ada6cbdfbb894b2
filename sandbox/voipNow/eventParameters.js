'use strict';

const DOMAIN = 'pbx.example.com';

/** How an extension is written, by the setting voipNowEventExtensions. */
const WRITTEN = {
	extended: (extension) => extension,
	digits: (extension) => extension.replace('*', ''),
	domain: (extension) => `${extension}@${DOMAIN}`,
	short: (extension) => extension.replace(/^\d+\*/, ''),
};

/**
 * What a call event says (docs/api/voipnow.md, "Parameters of a call event"). Which event it is, is
 * not said, but by derived products.
 * @param {{ type: string, extension: string, call: object, status: string, at: number }} event
 * @param {import('../server/settings').Settings} settings
 * @returns {Record<string, string>}
 */
function parametersOf({ type, extension, call, status, at }, settings) {
	const { source, destination } = call;
	const [, name = '', number] = /^\s*([^<]*?)\s*<([^>]+)>/.exec(call.callerId ?? '') ?? [];
	const isCaller = source.extension?.extension === extension;
	const flow = isCaller ? 'OUT' : 'IN';
	const written = (party) =>
		party.extension ? WRITTEN[settings.voipNowEventExtensions](party.extension.extension) : '';
	const parameters = {
		CallID: call.callId,
		CallerIDNum: number ?? source.number.replace(/^\d{4}\*/, ''),
		CallerIDName: name,
		CalledDID: destination.extension?.did ?? '',
		CalledExtension: written(destination),
		CallStatus: statusOf(status, settings),
		CallFlow: settings.voipNowEventFlow === 'lower' ? flow.toLowerCase() : flow,
		CallerExtension: written(source),
		CalledNumber: destination.number,
		CallAPIID: call.id,
		...(settings.voipNowEventExtras === 'derived' && extrasOf({ type, extension, call, at })),
	};
	return named(present(parameters, settings), settings);
}

/** One vendor page knows only two ends of a call. */
function statusOf(status, { voipNowEventStatus }) {
	const isKept = voipNowEventStatus === 'all' || status === 'CALLING' || status === 'ANSWER';
	return isKept ? status : 'UNKNOWN';
}

/** Fields of a product derived from VoipNow; times in microseconds. */
function extrasOf({ type, extension, call, at }) {
	const micro = (seconds) => String(Math.round(seconds * 1e6));
	return {
		EventType: ['dial-in', 'dial-out', 'hangup', 'answer', 'answer'][type],
		SubCallID: `${call.callId}-${extension.replace('*', '')}`,
		EventTime: micro(at),
		...(type === '2' && { Duration: micro(call.answered === undefined ? 0 : at - call.answered) }),
	};
}

/** Absent values are empty or missing; by default one is missing and the others are empty. */
function present(parameters, { voipNowEventAbsent }) {
	const { CallID, ...others } = parameters;
	if (voipNowEventAbsent === 'all') return { CallID };
	const isMissing = {
		mixed: ([name, value]) => name === 'CalledDID' && value === '',
		empty: () => false,
		missing: ([, value]) => value === '',
	}[voipNowEventAbsent];
	return Object.fromEntries([
		['CallID', CallID],
		...Object.entries(others).filter((parameter) => !isMissing(parameter)),
	]);
}

function named(parameters, { voipNowEventNames }) {
	if (voipNowEventNames !== 'lower') return parameters;
	return Object.fromEntries(
		Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]),
	);
}

module.exports = { parametersOf };
