const { createHmac } = require('node:crypto');

const PACKAGE = 'n8n-nodes-lox24-voipnow';

/** Nodes that are called at an address with an ID of its own, and start a workflow when it is published. */
const CALLED = [
	`${PACKAGE}.lox24Trigger`,
	`${PACKAGE}.voipNowTrigger`,
	'n8n-nodes-base.formTrigger',
	'n8n-nodes-base.webhook',
];
/** For examples that need a particular SMS. */
const TO_DO = {
	'answer-sms.json': '"Receive an SMS", with the text HOURS or MENU',
	'ask-by-sms.json': 'run it, then "Receive an SMS"',
	'stop-keyword.json': '"Receive an SMS", with the text STOP',
};

const STARTS = [...CALLED, `${PACKAGE}.lox24PollingTrigger`];

const isAgent = ({ type }) => type.endsWith('.agent');
const startsOf = (workflow) =>
	workflow.nodes.filter(({ type, disabled }) => STARTS.includes(type) && !disabled);

/**
 * The examples with the IDs of their webhooks, which n8n's import does not make. They are the same
 * at each start, and others in each installation: whoever knows such an ID can call the workflow.
 *
 * @param {string} key a secret of the installation
 */
function withWebhookIds(examples, key) {
	return examples.map(({ workflow, ...example }) => {
		const nodes = workflow.nodes.map((node) =>
			CALLED.includes(node.type) ? { ...node, webhookId: idFor(node.id, key) } : node,
		);
		return { ...example, workflow: { ...workflow, nodes } };
	});
}

function idFor(nodeId, key) {
	const hash = createHmac('sha256', key).update(nodeId).digest('hex');
	return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** An agent has no model until the user connects one. */
function startByThemselves(examples) {
	return examples.filter(
		({ workflow }) => startsOf(workflow).length > 0 && !workflow.nodes.some(isAgent),
	);
}

/**
 * Publishes the examples that have a trigger, as they are in the editor, and enters the URLs of
 * the LOX24 Triggers where LOX24 has its notification settings.
 *
 * @returns {Promise<Array<{ id: string, name: string, starts: object[], toDo?: string, error?: string }>>} what
 * starts each, as `{ type, parameters, url }`, and `toDo` where that does not say enough
 */
async function publish({ api, n8nUrl, sandbox }, examples) {
	const published = [];
	for (const { id, file } of startByThemselves(examples)) {
		const workflow = await api.request('GET', `/workflows/${id}`);
		const starts = startsOf(workflow).map((node) => ({ ...node, url: urlOf(node, n8nUrl) }));
		const one = { id, name: workflow.name, starts, toDo: TO_DO[file] };
		published.push(one);
		try {
			await api.activate(id);
			for (const { type, url, parameters } of starts)
				if (type === `${PACKAGE}.lox24Trigger`)
					sandbox.notifications.add({ url, events: eventsOf(parameters) });
		} catch (error) {
			one.error = error.message;
		}
	}
	return published;
}

const eventsOf = ({ events }) => (events.includes('*') ? [] : events);

function urlOf({ type, webhookId, parameters }, n8nUrl) {
	if (type.endsWith('.formTrigger')) return `${n8nUrl}/form/${parameters.path || webhookId}`;
	if (type.endsWith('.webhook')) return `${n8nUrl}/webhook/${parameters.path || webhookId}`;
	return `${n8nUrl}/webhook/${webhookId}/webhook`;
}

module.exports = { publish, startByThemselves, withWebhookIds };
