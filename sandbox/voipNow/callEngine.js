'use strict';

const { DISPOSITION, STATUS, addView, removeView } = require('./call');
const { partyOf } = require('./extension');

/** The events an address can be registered for. */
const EVENT = { dialIn: '0', dialOut: '1', hangUp: '2', answerIn: '3', answerOut: '4' };
/** How the settings' outcomes end a call: disposition, and the CallStatus of the hang-up. */
const ENDS = {
	busy: [DISPOSITION.busy, 'BUSY'],
	failed: [DISPOSITION.failed, 'CONGESTION'],
	noAnswer: [DISPOSITION.noAnswer, 'NOANSWER'],
	unreachable: [DISPOSITION.failed, 'CHANUNAVAIL'],
	cancelled: [DISPOSITION.noAnswer, 'CANCEL'],
	answered: [DISPOSITION.answered, 'ANSWER'],
};
/** Node's timers take no longer waits. */
const LONGEST_WAIT = 2 ** 31 - 1;

/**
 * Makes calls ring, be answered and end, by the sandbox's clock and on its own.
 * @param {object} sandbox
 * @param {object} sandbox.state
 * @param {object} sandbox.clock
 * @param {object} sandbox.settings
 * @param {(event: { type: string, extension: string, call: object, status: string, at: number }) => void} sandbox.tell
 *   is told what the registered addresses are told
 * @param {(call: object) => void} sandbox.ended is told of each call that has ended
 * @returns {CallEngine}
 * @typedef {object} CallEngine
 * @property {(call: object) => void} start begins to ring
 * @property {() => void} advance does what is due
 * @property {(call: object, view: object, patience: number) => void} ring a party that joins a call: it answers,
 *   or leaves when it takes longer than `patience` seconds
 * @property {(call: object, seconds: number, work: (at: number) => void) => void} later
 * @property {(call: object) => void} hangUp
 * @property {() => void} stop forgets what would happen on its own
 */
function createCallEngine({ state, clock, settings, tell, ended }) {
	let timer;

	/** `of` is a view: what was to happen to it does not happen once it has left the call. */
	function later(call, at, work, of) {
		call.steps.push({ at, work, of });
	}

	function telling(call, type, view, at, status = 'CALLING') {
		if (view.isLocal) tell({ type, extension: view.extension, call, status, at });
	}

	function start(call) {
		const at = call.published;
		const sources = call.views.filter(({ role }) => role === 'source');
		if (call.kind === 'incoming' || call.kind === 'conferenceInvite') {
			sources[0].status = call.kind === 'incoming' ? STATUS.otherRinging : STATUS.onCall;
			sources[0].answered = at;
			ringDestination(call, at);
		} else {
			for (const view of sources) {
				view.status = STATUS.ringing;
				view.ringing = at;
				telling(call, EVENT.dialOut, view, at);
			}
			const reachable = sources.filter((view) => isReachable(view));
			if (reachable.length === 0)
				later(call, at + settings.voipNowRingTime, (then) => end(call, then, 'unreachable'));
			else if (settings.voipNowRingTime > call.waitForPickup)
				later(call, at + call.waitForPickup, (then) => end(call, then, 'noAnswer'));
			else
				later(call, at + settings.voipNowRingTime, (then) =>
					sourceAnswers(call, reachable[0], sources, then),
				);
		}
		state.calls.set(call.id, call);
		schedule();
	}

	function sourceAnswers(call, view, sources, at) {
		for (const other of sources) if (other !== view) removeView(call, other, at);
		answered(view, at, STATUS.otherRinging);
		ringDestination(call, at);
	}

	function ringDestination(call, at) {
		const [destination] = call.views.filter(({ role }) => role === 'destination');
		const rung = [destination, ...agentsOf(call, destination)];
		for (const view of rung) {
			view.status = STATUS.ringing;
			view.ringing = at;
			telling(call, EVENT.dialIn, view, at);
		}
		const { outcome } = call;
		if (!isReachable(destination)) return later(call, at, (then) => end(call, then, 'unreachable'));
		if (outcome === 'busy' || outcome === 'failed')
			return later(call, at, (then) => end(call, then, outcome));
		if (outcome === 'cancelled')
			return later(call, at + settings.voipNowRingTime, (then) => end(call, then, outcome));
		if (outcome === 'noAnswer' || settings.voipNowRingTime > call.waitForPickup)
			return later(call, at + call.waitForPickup, (then) => end(call, then, 'noAnswer'));
		later(
			call,
			at + settings.voipNowRingTime,
			(then) => destinationAnswers(call, rung, then),
			destination,
		);
	}

	/** A queue rings the phones of the agents that are online. */
	function agentsOf(call, destination) {
		return [...state.agents.values()]
			.filter(({ queue, status }) => queue === destination.extension && status === '1')
			.map(({ agentNumber }) => {
				const { source, flow } = destination;
				const fields = { source, destination: [agentNumber], flow, role: 'agent' };
				return addView(call, partyOf(state, agentNumber), fields);
			});
	}

	function destinationAnswers(call, rung, at) {
		const [agent] = rung.filter(({ role }) => role === 'agent');
		for (const view of rung) {
			if (view.role === 'agent' && view !== agent) removeView(call, view, at);
			else joins(call, view, at);
		}
		connected(call, at);
	}

	/** Both sides answered for the first time. */
	function connected(call, at) {
		for (const view of call.views) {
			if (view.status !== STATUS.otherRinging) continue;
			view.status = STATUS.onCall;
			if (call.kind !== 'incoming') telling(call, EVENT.answerOut, view, at, 'ANSWER');
		}
		if (call.answered !== undefined) return;
		call.answered = at;
		later(call, at + call.duration, (then) => end(call, then, 'answered'));
	}

	function joins(call, view, at) {
		if (!call.views.includes(view)) return;
		answered(view, at, STATUS.onCall);
		telling(call, EVENT.answerIn, view, at, 'ANSWER');
	}

	function ring(call, view, patience) {
		const at = clock.exact();
		view.status = STATUS.ringing;
		view.ringing = at;
		telling(call, EVENT.dialIn, view, at);
		const answers = (then) => {
			joins(call, view, then);
			connected(call, then);
		};
		const gone = (then) => {
			removeView(call, view, then);
			if (call.views.length < 2) end(call, then, 'noAnswer');
		};
		const isPatient = settings.voipNowRingTime <= patience;
		if (isPatient) later(call, at + settings.voipNowRingTime, answers, view);
		else later(call, at + patience, gone, view);
		schedule();
	}

	function end(call, at, outcome) {
		const [disposition, status] = ENDS[outcome];
		call.ended = at;
		call.disposition = disposition;
		for (const view of call.views) telling(call, EVENT.hangUp, view, at, status);
		for (const view of call.views) removeView(call, view, at, disposition);
		call.steps = [];
		ended(call);
	}

	function isReachable(view) {
		const extension = view.isLocal && state.extensions.get(view.extension);
		if (extension?.type !== 'phoneTerminal') return true;
		return extension.registration.some(({ registration }) => Number(registration) > 0);
	}

	/** The step of all calls that is due first. */
	function nextStep() {
		let next;
		for (const call of state.calls.values()) {
			if (call.ended !== undefined) continue;
			for (const step of call.steps) if (!next || step.at < next.step.at) next = { call, step };
		}
		return next;
	}

	function advance() {
		const now = clock.exact();
		for (let next = nextStep(); next && next.step.at <= now; next = nextStep()) {
			const { call, step } = next;
			call.steps = call.steps.filter((other) => other !== step);
			if (!step.of || call.views.includes(step.of)) step.work(step.at);
		}
		schedule();
	}

	function schedule() {
		clearTimeout(timer);
		const next = nextStep();
		if (!next) return;
		const wait = Math.min(Math.max(0, (next.step.at - clock.exact()) * 1000), LONGEST_WAIT);
		timer = setTimeout(advance, wait);
		timer.unref();
	}

	return {
		start,
		advance,
		ring,
		later(call, seconds, work) {
			later(call, clock.exact() + seconds, work);
			schedule();
		},
		hangUp(call) {
			end(call, clock.exact(), call.answered === undefined ? 'cancelled' : 'answered');
		},
		stop: () => clearTimeout(timer),
	};
}

function answered(view, at, status) {
	delete view.ringing;
	Object.assign(view, { answered: at, status });
}

module.exports = { createCallEngine };
