'use strict';

const QUEUED = 2;
const STEP_SUCCESS = 10;
const IN_PROGRESS = 5;
const STEP_FAILED = 20;
/** Statuses of a risk check that is not over. */
const CHECKING = [0, 5];

/**
 * Notices what has changed in the state since the last time, and tells the events about it.
 * @param {{ state: object, settings: object, tell: (name: string, data: object, at?: number) => void }} sandbox
 */
function createWatch({ state, settings, tell }) {
	const parts = [
		{ entries: state.sms, mark: ({ dlr_code }) => dlr_code, changed: reported, fresh: 0 },
		{ entries: state.verifyCodes, mark: markOfCode, changed: codeWent, fresh: '0' },
		{
			entries: state.fraudChecks,
			mark: (check) => check.status_code,
			changed: checked,
			fresh: 0,
		},
	].map((part) => ({ ...part, known: new Map() }));

	function reported(sms) {
		// The service reports each change, and the network often has one on its way.
		if (settings.webhookReports === 'all' && sms.dlr_code !== QUEUED)
			tell('sms.delivery', reportOf({ ...sms, dlr_code: QUEUED }), sms.gateway_sent_at);
		tell('sms.delivery', reportOf(sms), sms.gateway_sent_at);
	}

	function codeWent(code, before) {
		const [status, ...steps] = before.split(',').map(Number);
		const at = code.updated_at;
		code.history.forEach((channel, index) => {
			const data = { ...code, channel };
			if (steps[index] === undefined) tell('verify_code.channel.sent', data, at);
			if (steps[index] === channel.status) return;
			if (channel.status === STEP_SUCCESS) tell('verify_code.channel.success', data, at);
			if (channel.status === STEP_FAILED) tell('verify_code.channel.failed', data, at);
		});
		if (code.status === status) return;
		if (code.status === IN_PROGRESS) tell('verify_code.channel.updated', code, at);
		else
			tell(code.status === STEP_SUCCESS ? 'verify_code.success' : 'verify_code.failed', code, at);
	}

	function checked(check) {
		if (CHECKING.includes(check.status_code)) return;
		const { id, callback_data, risk_score, status_code, updated_at } = check;
		const data = { id, check_id: id, callback_data, status_code, risk_score };
		const result = risk_score < 50 ? 'safe' : 'suspicious';
		tell('fraud-check.done', { ...data, result, confidence_score: risk_score / 100 }, updated_at);
	}

	return {
		/** From now on: nobody is notified of what happened before. */
		start() {
			for (const { entries, mark, known } of parts) {
				known.clear();
				for (const [id, entry] of entries) known.set(id, mark(entry));
			}
		},
		look() {
			for (const { entries, mark, changed, fresh, known } of parts) {
				for (const [id, entry] of entries) {
					const before = known.get(id) ?? fresh;
					const now = mark(entry);
					known.set(id, now);
					if (now !== before) changed(entry, before);
				}
			}
		},
	};
}

/** Status of the code, then of each channel that was tried. */
const markOfCode = ({ status, history }) => [status, ...history.map((step) => step.status)].join();

const reportOf = ({ uuid, key_id, dlr_code, status_code, callback_data }) => ({
	id: uuid,
	key_id,
	dlr_code,
	status_code,
	callback_data,
});

module.exports = { createWatch, reportOf };
