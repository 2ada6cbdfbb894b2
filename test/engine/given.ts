import type { INodeParameters } from 'n8n-workflow';

/** Parameters as a workflow stores them, which people keep for years. */

export function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}

export const phoneUpdate: INodeParameters = {
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
};

export const phoneCreateBatch: INodeParameters = {
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
};

export const smsBatchCancel: INodeParameters = {
	resource: 'sms',
	operation: 'batchCancel',
	filters: {
		uuid: ['ab6b6ceb-903a-11ea-aa81-96000028b339', '7c7a6661-902e-11ea-aa81-96000028b339'],
		text: 'Test',
	},
};

export const bulkCancel: INodeParameters = {
	resource: 'bulk',
	operation: 'cancel',
	bulkId: byId('da0fa78c-4699-11ea-a637-96000028b339'),
};

export const eventUpdate: INodeParameters = {
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
};

/** Each input item is one phone. */
export const phoneCreateBatchFromItems: INodeParameters = {
	resource: 'phone',
	operation: 'createBatch',
	groupId: byId('7116'),
	phonesFrom: 'items',
	columns: { mappingMode: 'autoMapInputData', value: null },
};

export function manyItems(count: number) {
	return Array.from({ length: count }, () => ({}));
}

export const ALL_ON_ERROR = [
	'stopWorkflow',
	'continueRegularOutput',
	'continueErrorOutput',
] as const;
