/**
 * The five pages the project began with, as a workflow: exactly the parameters that the design
 * gives for them. The batch comes last, since it makes two items of one.
 */
const byId = (value) => ({ __rl: true, mode: 'id', value });

const LOX24 = {
	type: 'n8n-nodes-lox24-voipnow.lox24',
	credentials: { lox24Api: { id: 'demoLox24', name: 'LOX24 (demo)' } },
};
const VOIPNOW = {
	type: 'n8n-nodes-lox24-voipnow.voipNow',
	credentials: { voipNowApi: { id: 'demoVoipNow', name: 'VoipNow (demo)' } },
};

const STEPS = [
	{
		...LOX24,
		name: 'phone update',
		parameters: {
			resource: 'phone',
			operation: 'update',
			phoneId: byId('12344'),
			phone: '+93701234567',
			updateFields: {
				a: 'Mr. ',
				b: 'Smith ',
				c: '2020-02-23 18:00',
				d: '12.34',
				e: 'restaurant Blue Oyster',
				callbackData: 'crm-42',
			},
		},
	},
	{
		...LOX24,
		name: 'sms batchCancel',
		parameters: {
			resource: 'sms',
			operation: 'batchCancel',
			filters: {
				uuid: ['ab6b6ceb-903a-11ea-aa81-96000028b339', '7c7a6661-902e-11ea-aa81-96000028b339'],
				text: 'Test',
			},
		},
	},
	{
		...LOX24,
		name: 'bulk cancel',
		parameters: {
			resource: 'bulk',
			operation: 'cancel',
			bulkId: byId('da0fa78c-4699-11ea-a637-96000028b339'),
		},
	},
	{
		...VOIPNOW,
		name: 'phoneCallEvent update',
		parameters: {
			authentication: 'accessToken',
			resource: 'phoneCallEvent',
			operation: 'update',
			userId: '@me',
			extension: '0003*210',
			eventType: '0',
			eventId: 'NqeyDRqo4FtabmFj8gNWq3hsiGNYyq',
			updateFields: {
				method: '1',
				note: 'I want to use POST for my event',
				url: 'http://myevent.com/SaveMyPhoneCallDetails',
				status: '1',
			},
		},
	},
	{
		...LOX24,
		name: 'phone createBatch',
		parameters: {
			resource: 'phone',
			operation: 'createBatch',
			groupId: byId('7116'),
			phonesFrom: 'list',
			phones: {
				entries: [
					{ phone: '+4912345678', a: 'column A text' },
					{ phone: '+93701234568', a: 'Ms. ', callbackData: 'x' },
				],
			},
		},
	},
];

const START = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

function fivePagesWorkflow() {
	const nodes = [
		START,
		...STEPS.map((step, index) => ({ ...step, typeVersion: 1, position: [220 * (index + 1), 0] })),
	].map((node, index) => ({ ...node, id: `five-pages-${index}` }));
	const links = nodes
		.slice(1)
		.map((node, index) => [
			nodes[index].name,
			{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
		]);
	return {
		id: 'e2eFivePages0001',
		name: 'The five pages',
		nodes,
		connections: Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
	};
}

module.exports = { fivePagesWorkflow };
