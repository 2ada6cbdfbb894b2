'use strict';

const { collectionOf } = require('../collection');
const { findOwnExtension, partyOf } = require('../extension');
const { Failure } = require('../failure');

const FIELDS = ['agentNumber', 'status', 'queue', 'type', 'identifier', 'links'];

/** Handlers of the agents of a queue. */
const queueAgents = {
	'queueAgents.list': (context) => list(context, agentsOf(context)),
	'queueAgents.get': (context) => list(context, named(context)),
	'queueAgents.update': (context) => {
		const [agent] = named(context);
		if (!agent) throw new Failure('qag_agent_invalid');
		agent.status = String(context.body.status);
		return { status: 200, body: [wireForm(context, agent)] };
	},
};

function agentsOf({ state, params }) {
	const queue = findOwnExtension(state, params.userId, params.extension, { type: 'queue' });
	return [...state.agents.values()].filter((agent) => agent.queue === queue.extension);
}

/** A local agent is identified by extension, a remote one by id; the number works, too. */
function named(context) {
	const { agent } = context.params;
	const { number } = partyOf(context.state, agent);
	return agentsOf(context).filter(
		({ agentNumber, identifier }) => agentNumber === number || identifier === agent,
	);
}

function list(context, agents) {
	const response = collectionOf(
		agents.map((agent) => wireForm(context, agent)),
		context,
		{ sortField: 'status', fields: FIELDS },
	);
	// A newer sample has the collection in a list.
	const isInList = context.settings.voipNowQueueList === 'array' && response.body;
	return isInList ? { ...response, body: [response.body] } : response;
}

function wireForm({ numbers, baseUrl, params }, agent) {
	const { agentNumber, status, queue, type, identifier } = agent;
	const path = `${baseUrl}/uapi/extensions/${params.userId}/${params.extension}/queue/agents`;
	return {
		...numbers.write({ agentNumber, status, queue, type, identifier }, ['status']),
		links: { self: `${path}/${identifier}` },
	};
}

module.exports = { queueAgents };
