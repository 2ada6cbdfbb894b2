const assert = require('node:assert/strict');
const { outputOf } = require('../../demo/api');
const { successOf } = require('./successOf');

const DAY = 86_400;
/** Longer than any call of the examples lasts. */
const UNTIL_CALLS_END = 300;

/** As in OUTPUTS, for the examples of VoipNow. */
const VOIPNOW_OUTPUTS = {
	'switch-call-event': ({ execution }) => {
		assert.equal(successOf(execution, 'Switch call event')[0].status, 1);
	},

	'click-to-call': async ({ execution, sandbox, again }) => {
		const [call] = [...sandbox.state.calls.values()];
		const [noted] = successOf(execution, 'Note the call');
		assert.deepEqual([noted.name, noted.callId], ['Anna Becker', call.id]);
		assert.deepEqual(
			[call.extension, call.source.number, call.destination.number, call.callerId],
			['0003*210', '0003*210', '+493023125042', 'Anna Becker <+493023125042>'],
		);
		const [{ callId, state, answeredAt }] = successOf(execution, 'State of the call');
		assert.deepEqual([callId, state], [call.id, 'On Call']);
		assert.ok(Date.parse(answeredAt) >= Date.parse(noted.calledAt));
		assert.deepEqual(successOf(execution, 'It is over'), []);

		// The line is busy, so it is over before anybody looks.
		sandbox.clock.advance(UNTIL_CALLS_END);
		await sandbox.changeSettings({ voipNowCallOutcome: 'busy', voipNowRingTime: 1 });
		const [over] = successOf(await again(), 'It is over');
		assert.match(over.reason, new RegExp(`${over.callId} was not found`));
		assert.equal(sandbox.state.calls.size, 2);

		// The call is made, but nobody hears of it: it must not be made again.
		sandbox.faults.add({ kind: 'reset-after', method: 'POST', path: '/uapi/phoneCalls/*' });
		const lost = successOf(await again(), 'Not called');
		assert.deepEqual(
			lost.map(({ name, outcome }) => [name, outcome]),
			[['Anna Becker', 'unknown']],
		);
		assert.equal(sandbox.state.calls.size, 3);
	},

	'log-out-queue-agents': async ({ execution, sandbox, again }) => {
		assert.deepEqual(successOf(execution, 'Logged out'), [
			{ agent: '0003*210', was: 'Online', is: 'Logged Out' },
			{ agent: '0003*212', was: 'Paused', is: 'Logged Out' },
		]);
		assert.deepEqual(
			[...sandbox.state.agents.values()].map(({ status }) => status),
			['0', '0', '0'],
		);

		sandbox.journal.clear();
		assert.deepEqual(successOf(await again(), 'Logged out'), []);
		assert.deepEqual(
			sandbox.journal.entries().map(({ method }) => method),
			['GET', 'GET'],
		);

		sandbox.state.agents.get('0003*220 0003*210').status = '1';
		const refusal = { error: { code: 'qag_agent_invalid', message: 'Agent invalid' } };
		sandbox.faults.add({ kind: 'status', status: 400, method: 'PUT', body: refusal });
		const [left] = successOf(await again(), 'Still in the queue');
		assert.deepEqual([left.agent, left.was], ['0003*210', 'Online']);
		assert.match(left.reason, /agent/i);
	},

	'daily-call-report': ({ execution, sandbox }) => {
		const today = Math.floor(sandbox.clock.now() / DAY) * DAY;
		const calls = [...sandbox.state.cdr.values()]
			.filter(({ saved }) => saved >= today - DAY && saved < today)
			.sort((one, other) => one.published - other.published);
		assert.ok(calls.length > 8, `only ${calls.length} calls of yesterday`);

		const clock = (seconds) => new Date(seconds * 1000).toISOString().slice(11, 16);
		const minutes = (seconds) =>
			`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
		const rows = successOf(execution, 'Columns');
		assert.deepEqual(
			rows.map(({ Time, From, To, Duration }) => [Time, From, To, Duration]),
			calls.map(({ published, legs: [{ source, destination, duration }] }) => {
				return [clock(published), source, destination, minutes(duration)];
			}),
		);
		const missed = calls.filter(({ disposition }) => disposition === 3);
		assert.ok(missed.length > 0);
		assert.equal(rows.filter(({ Result }) => Result === 'No Answer').length, missed.length);

		const [{ subject, html }] = successOf(execution, 'E-mail text');
		const date = new Date((today - DAY) * 1000).toLocaleDateString('en-GB', {
			dateStyle: 'long',
			timeZone: 'UTC',
		});
		assert.equal(subject, `Calls of ${date}`);
		const outgoing = calls.filter(({ legs }) => legs[0].flow === 4).length;
		assert.match(html, new RegExp(`<li>Incoming: ${calls.length - outgoing} calls, `));
		assert.match(html, new RegExp(`<li>Outgoing: ${outgoing} calls, `));
		assert.equal(html.match(/<tr/g).length, calls.length + 1);
		assert.deepEqual(outputOf(execution, 'Send Email').success, []);
	},

	'record-call': async ({ execution, sandbox, again }) => {
		const [conference, outside] = [...sandbox.state.calls.values()];
		assert.deepEqual(successOf(execution, 'Recorded'), [
			{ callId: outside.id, from: '0003*210', to: '+493023125042' },
		]);
		assert.deepEqual(
			outside.actions.map(({ action, phoneCallViewId }) => [action, phoneCallViewId]),
			[
				['StartRecording', '00'],
				['StopRecording', '00'],
			],
		);
		const [unclear] = successOf(execution, 'Which party?');
		assert.equal(unclear.callId, conference.id);
		assert.match(unclear.reason, /unclear which party/);
		assert.match(unclear.parties, /00 \(0003\*212: .*01 \(0003\*230: /);
		assert.deepEqual(conference.actions, []);

		sandbox.clock.advance(UNTIL_CALLS_END);
		assert.equal(successOf(await again(), 'Recorded').length, 1);
	},

	'fax-pdf': ({ execution, sandbox }) => {
		const sent = successOf(execution, 'On its way');
		assert.deepEqual(
			sent.map(({ customer, recipients }) => [customer, recipients]),
			[
				['Anna Becker', '+493023125042, 0003*212'],
				['Tom Patel', '+442079460018, 0003*212'],
			],
		);
		assert.equal(sandbox.state.faxes.size, 2);
		assert.deepEqual(successOf(execution, 'Send it by post'), [
			{
				customer: 'Marie Dubois',
				fax: 'by post',
				reason: 'Recipients is not valid: "by post"',
			},
		]);
		for (const { customer, faxId, recipients } of sent) {
			const fax = sandbox.state.faxes.get(Number(faxId));
			assert.deepEqual(fax.recipients.join(', '), recipients);
			const pdf = Buffer.from(fax.files[0].content, 'base64').toString('latin1');
			assert.ok(pdf.startsWith('%PDF-'));
			assert.ok(pdf.includes(`Dear ${customer},`));
			// Each object is where the table of the file says.
			const places = [...pdf.matchAll(/^(\d{10}) 00000 n /gm)].map(([, place]) => Number(place));
			assert.equal(places.length, 5);
			for (const [object, place] of places.entries()) {
				assert.ok(pdf.startsWith(`${object + 1} 0 obj`, place));
			}
		}
	},
};

module.exports = { VOIPNOW_OUTPUTS };
