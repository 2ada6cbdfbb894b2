'use strict';

const CHOICES = {
	batchContainer: ['array', 'object', 'hydra', 'member'],
	cancelCountKey: ['deleted_sms_count', 'canceled_sms_count'],
	eventUpdateResponse: [200, 204],
	groupCsv: ['plain', 'excel'],
	numbersAs: ['random', 'string', 'number'],
	unknownFilters: ['refuse', 'ignore'],
	voipNowResponse: ['body', 'none'],
	voipNowCallOutcome: ['answered', 'busy', 'failed', 'noAnswer'],
	voipNowCdrAnswered: ['both', 'call', 'leg'],
	voipNowConsent: ['allow', 'refuse'],
	voipNowCreateStatus: [200, 201],
	voipNowDeepPaging: ['refused', 'noNext', 'allowed'],
	voipNowEmptyCdr: ['array', 'object', 'none'],
	voipNowEndedCall: ['collection', 'none'],
	voipNowEventAbsent: ['mixed', 'empty', 'missing', 'all'],
	voipNowEventResponse: ['whole', 'id'],
	voipNowEventBody: ['form', 'untyped', 'multipart', 'json', 'query', 'split'],
	voipNowEventCopies: [1, 2, 3],
	voipNowEventCreatePath: ['plain', 'both', 'withType'],
	voipNowEventExtensions: ['extended', 'digits', 'domain', 'short'],
	voipNowEventExtras: ['none', 'derived'],
	voipNowEventFlow: ['upper', 'lower'],
	voipNowEventNames: ['asDocumented', 'lower'],
	voipNowEventOrder: ['asTold', 'reversed'],
	voipNowEventOwnQuery: ['kept', 'dropped'],
	voipNowEventStatus: ['all', 'answerOrUnknown'],
	voipNowFaxHeaders: ['object', 'list'],
	voipNowFaxUpload: ['multipart', 'twoStep'],
	voipNowLegFields: ['shown', 'ignored'],
	voipNowPagingHost: ['own', 'other'],
	voipNowPresence: ['nested', 'flat'],
	voipNowQueueList: ['collection', 'array'],
	voipNowStats: ['object', 'array'],
	voipNowTokenResponse: ['full', 'bare'],
	voipNowTokenRefusal: [401, 403],
	webhookAttempts: ['asDocumented', 'four'],
	webhookReports: ['all', 'final'],
};

/** Settings that are numbers from 0, with their defaults. Seconds, but for latency and lag. */
const NUMBERS = {
	latency: 0,
	listLag: 0,
	voipNowCallDuration: 60,
	voipNowRingTime: 3,
	voipNowTokenLife: 3600,
	webhookInterval: 60,
};

/**
 * Settings where the documentation leaves a choice. The first choice is the default.
 * @param {{ latency?: number }} start latency in milliseconds
 * @returns {{ values: Settings, reset(): void, change(part: Partial<Settings>): Settings }}
 * @typedef {object} Settings
 * @property {'array'|'object'|'hydra'|'member'} batchContainer container of the phones batch's outcomes
 * @property {'deleted_sms_count'|'canceled_sms_count'} cancelCountKey
 * @property {200|204} eventUpdateResponse
 * @property {'plain'|'excel'} groupCsv excel: semicolons, CRLF and a byte order mark
 * @property {'random'|'string'|'number'} numbersAs how VoipNow writes numbers
 * @property {number} latency milliseconds each response of the APIs takes
 * @property {number} listLag milliseconds an entry of LOX24 must have existed before lists show it, by the sandbox's clock
 * @property {'refuse'|'ignore'} unknownFilters of LOX24's batch operations: 422, or as if they were not there
 * @property {'body'|'none'} voipNowResponse none: every success of VoipNow is a 204 where that is documented
 * @property {number} voipNowCallDuration seconds a call lasts once both sides have answered
 * @property {'answered'|'busy'|'failed'|'noAnswer'} voipNowCallOutcome what becomes of new calls
 * @property {'both'|'call'|'leg'} voipNowCdrAnswered where a call record has the time of its answer
 * @property {'allow'|'refuse'} voipNowConsent what the user says when an app asks
 * @property {200|201} voipNowCreateStatus of new calls and call events
 * @property {'refused'|'noNext'|'allowed'} voipNowDeepPaging beyond startIndex 5000: an error, no link, or pages
 * @property {'array'|'object'|'none'} voipNowEmptyCdr `[]`, `{}` or 204
 * @property {'collection'|'none'} voipNowEndedCall a call that has ended: an empty list or 204
 * @property {'mixed'|'empty'|'missing'|'all'} voipNowEventAbsent what call events do with values that are absent;
 *   all: every value but CallID is missing
 * @property {'whole'|'id'} voipNowEventResponse to create and update of a call event
 * @property {'form'|'untyped'|'multipart'|'json'|'query'|'split'} voipNowEventBody of a call event by POST; untyped: a
 *   form that says it is plain text; query: no body; split: half in each
 * @property {1|2|3} voipNowEventCopies how often each call event is sent
 * @property {'plain'|'both'|'withType'} voipNowEventCreatePath where the type of a new call event is taken from
 * @property {'extended'|'digits'|'domain'|'short'} voipNowEventExtensions how call events write extensions
 * @property {'none'|'derived'} voipNowEventExtras derived: with what a derived product adds
 * @property {'upper'|'lower'} voipNowEventFlow case of CallFlow
 * @property {'asDocumented'|'lower'} voipNowEventNames case of the names in call events
 * @property {'asTold'|'reversed'} voipNowEventOrder reversed: once a call has ended, the last of its events first
 * @property {'kept'|'dropped'} voipNowEventOwnQuery what becomes of a query of the registered address
 * @property {'all'|'answerOrUnknown'} voipNowEventStatus the CallStatus of a hang-up
 * @property {'object'|'list'} voipNowFaxHeaders list: the headers of an upload come as `Name: value`
 * @property {'multipart'|'twoStep'} voipNowFaxUpload twoStep: the response says where to PUT the files
 * @property {'shown'|'ignored'} voipNowLegFields what names of a call's legs in `fields` do
 * @property {'own'|'other'} voipNowPagingHost host in `paging.next`
 * @property {'nested'|'flat'} voipNowPresence flat: as in older versions, one device
 * @property {'collection'|'array'} voipNowQueueList array: the collection is the only element of a list
 * @property {number} voipNowRingTime seconds a phone rings until it is answered
 * @property {'object'|'array'} voipNowStats response of the call history's totals
 * @property {'full'|'bare'} voipNowTokenResponse bare: nothing but access_token and expires_in
 * @property {number} voipNowTokenLife seconds, the `expires_in` of new tokens
 * @property {'asDocumented'|'four'} webhookAttempts of LOX24: the total that the examples show, or always four
 * @property {number} webhookInterval seconds between the first two attempts; the next intervals are five times as long
 * @property {'all'|'final'} webhookReports of LOX24: delivery reports also on the way, or only the last one
 * @property {401|403} voipNowTokenRefusal response to a token that is wrong or has expired
 */
function createSettings({ latency = 0 } = {}) {
	const values = /** @type {Settings} */ ({});
	const reset = () => {
		for (const [name, choices] of Object.entries(CHOICES)) values[name] = choices[0];
		Object.assign(values, NUMBERS, { latency });
	};
	reset();
	return {
		values,
		reset,
		change(part) {
			for (const [name, value] of Object.entries(part)) {
				const fits =
					name in NUMBERS
						? Number.isFinite(value) && Number(value) >= 0
						: CHOICES[name]?.includes(value);
				if (!fits)
					throw new TypeError(
						`${name}: ${JSON.stringify(value)} is not a known setting. Known: ${JSON.stringify({ ...CHOICES, ...NUMBERS })}`,
					);
			}
			return Object.assign(values, part);
		},
	};
}

module.exports = { createSettings, CHOICES, NUMBERS };
