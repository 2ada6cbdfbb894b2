/** Nodes of workflows; where one stands does not matter here. */
const node = (name, type, typeVersion, parameters, more) => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
	...more,
});

const to = (name, type = 'main') => ({ node: name, type, index: 0 });

/** The node that gives the items. */
const ITEMS = 'Items';

const LOX24 = { lox24Api: { id: 'demoLox24', name: 'LOX24 (demo)' } };
const VOIPNOW = { voipNowApi: { id: 'demoVoipNow', name: 'VoipNow (demo)' } };

/** A node of the package; `settings` are those of its tab "Settings", such as `onError`. */
const lox24 = (name, parameters, settings) =>
	node(name, 'n8n-nodes-lox24-voipnow.lox24', 1, parameters, { credentials: LOX24, ...settings });

const sms = (parameters, settings) => {
	const basic = { resource: 'sms', operation: 'send', senderId: 'MyShop', text: 'Hello' };
	return lox24('SMS', { ...basic, phone: '={{ $json.phone }}', ...parameters }, settings);
};

const call = (parameters, settings) =>
	node(
		'Call',
		'n8n-nodes-lox24-voipnow.voipNow',
		1,
		{
			authentication: 'accessToken',
			resource: 'phoneCall',
			operation: 'make',
			userId: '@me',
			extension: '0003*210',
			destination: '={{ $json.phone }}',
			...parameters,
		},
		{ credentials: VOIPNOW, ...settings },
	);

/** For each item, the `id` of the input item it is paired with. */
const pairing = (name) => {
	const value = `={{ $('${ITEMS}').item.json.id }}`;
	const assignments = [{ id: '1', name: 'pairedWith', type: 'number', value }];
	return node(name, 'n8n-nodes-base.set', 3.4, { assignments: { assignments }, options: {} });
};

/** Numbers that nobody in the sandbox has. */
const phoneOf = (id) => `+4915${100_000 + id}`;

const items = (count) => Array.from({ length: count }, (_, id) => ({ phone: phoneOf(id) }));

/** The numbers that got a message. */
function received(sandbox) {
	const all = [...sandbox.state.sms.values()].map(({ phone }) => String(phone));
	return all.filter((phone) => phone.startsWith('+4915'));
}

module.exports = { call, ITEMS, items, lox24, node, pairing, phoneOf, received, sms, to };
