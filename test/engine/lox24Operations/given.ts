import type { INodeParameters } from 'n8n-workflow';

export const UUID = 'ab6b6ceb-903a-11ea-aa81-96000028b339';

export const UUID2 = '7c7a6661-902e-11ea-aa81-96000028b339';

export const all = { returnAll: true };

/** 2026-01-01 in the time zone of the tests. */
export const NEW_YEAR = { iso: '2026-01-01T00:00:00', unix: 1767222000 };

export const range = { range: { from: NEW_YEAR.iso, to: '2026-01-02T00:00:00' } };

export const between = '1767222000..1767308400';

export const message = {
	isTextDeleted: true,
	deliveryAt: '2027-01-01T00:00:00',
	serviceCode: 'text2speech',
	source: 5,
	isUnicode: false,
	voiceLang: 'DE',
};

export const sms = {
	senderId: 'MyShop',
	phone: '0049 (151) 123-456 78',
	text: 'Hello 📞',
	additionalFields: { callbackData: 'crm-1', ...message },
};

export const clicks = {
	browser: 'Fire',
	country: ['DE', 'CH'],
	date: [NEW_YEAR.iso],
	dateRange: range,
	hardwareType: 'phone',
	ip: '10.',
	os: 'Linux',
	osVersion: '6',
	orderDate: 'asc',
	referer: 'example',
	softwareType: 'browser',
	type: [1],
	url: 'example.com',
	userAgent: 'Mozilla',
};

export const clicksQuery =
	'browser=Fire&country[]=DE&country[]=CH&date=1767222000&hardware_type=phone&ip=10.&os=Linux&os_version=6&_order[date]=asc&referer=example&software_type=browser&type=1&url=example.com&user_agent=Mozilla&date[between]=' +
	between;

export function on(resource: string, operation: string, more: object = {}): INodeParameters {
	return { resource, operation, ...more };
}
