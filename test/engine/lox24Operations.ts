import type { INodeParameters } from 'n8n-workflow';

import { byId } from './given';
import type { OperationCase } from './operationMatrix';

const UUID = 'ab6b6ceb-903a-11ea-aa81-96000028b339';
const UUID2 = '7c7a6661-902e-11ea-aa81-96000028b339';
const all = { returnAll: true };

/** 2026-01-01 in the time zone of the tests. */
const NEW_YEAR = { iso: '2026-01-01T00:00:00', unix: 1767222000 };
const range = { range: { from: NEW_YEAR.iso, to: '2026-01-02T00:00:00' } };
const between = '1767222000..1767308400';

const message = {
	isTextDeleted: true,
	deliveryAt: '2027-01-01T00:00:00',
	serviceCode: 'text2speech',
	source: 5,
	isUnicode: false,
	voiceLang: 'DE',
};
const messageBody = {
	is_text_deleted: true,
	delivery_at: 1798758000,
	service_code: 'text2speech',
	source: 5,
	is_unicode: false,
	voice_lang: 'DE',
};
const sms = {
	senderId: 'MyShop',
	phone: '0049 (151) 123-456 78',
	text: 'Hello 📞',
	additionalFields: { callbackData: 'crm-1', ...message },
};
const smsBody = {
	sender_id: 'MyShop',
	phone: '+4915112345678',
	text: 'Hello 📞',
	callback_data: 'crm-1',
	...messageBody,
};
const clicks = {
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
/** Of the list of all clicks and of those on one short link. */
const linkClicks = { ...clicks, browserVersion: '1' };
const clicksQuery =
	'browser=Fire&country[]=DE&country[]=CH&date=1767222000&hardware_type=phone&ip=10.&os=Linux&os_version=6&_order[date]=asc&referer=example&software_type=browser&type=1&url=example.com&user_agent=Mozilla&date[between]=' +
	between;
const linkClicksQuery = clicksQuery.replace('&', '&browser_version=1&');
const documents = {
	amount: [12.5],
	amountRange: { range: { from: '1', to: '99.95' } },
	createdAt: [NEW_YEAR.iso],
	createdAtRange: range,
	id: [1, 2],
	isPaid: false,
	orderAmount: 'asc',
	orderCreatedAt: 'desc',
	paidAt: [NEW_YEAR.iso],
	paidAtRange: range,
	paymentType: 91,
	status: 0,
};
const documentsQuery = `amount=12.5&created_at=1767222000&id[]=1&id[]=2&exists[paid_at]=0&_order[amount]=asc&_order[created_at]=desc&paid_at=1767222000&paymentType=91&status=0&amount[between]=1..99.95&created_at[between]=${between}&paid_at[between]=${between}`;
const group = {
	name: 'Newsletter',
	fields: {
		nameA: 'A',
		nameB: 'B',
		nameC: 'C',
		nameD: 'D',
		nameE: 'E',
		description: 'about',
		deletedAt: '2027-01-01T00:00:00',
	},
	phones: {
		entries: [
			{ phone: '+49151 1', a: 'Ms. ', b: '', c: '', d: '', e: 'x', callbackData: 'crm-1' },
			{ phone: '+49152' },
		],
	},
};
const groupBody = {
	name: 'Newsletter',
	name_a: 'A',
	name_b: 'B',
	name_c: 'C',
	name_d: 'D',
	name_e: 'E',
	description: 'about',
	deleted_at: '2027-01-01T00:00:00+01:00',
};
const groupPhones = [
	{ phone: '+49151 1', a: 'Ms. ', e: 'x', callback_data: 'crm-1' },
	{ phone: '+49152' },
];

function on(resource: string, operation: string, more: object = {}): INodeParameters {
	return { resource, operation, ...more };
}

/** The operations that issue 2 did not have; the five pages are in requests.test.ts. */
export const lox24Operations: OperationCase[] = [
	{ id: 'me.get', parameters: on('account', 'get'), method: 'GET', url: '/me' },
	{
		id: 'sms.list',
		parameters: on('sms', 'getAll', { ...all, filters: { text: 'Test', orderCreatedAt: 'asc' } }),
		method: 'GET',
		url: '/sms?_order[created_at]=asc&text=Test',
		lists: true,
	},
	{
		id: 'sms.send',
		parameters: on('sms', 'send', sms),
		method: 'POST',
		url: '/sms',
		body: smsBody,
	},
	{
		id: 'sms.dryrun',
		parameters: on('sms', 'dryRun', sms),
		method: 'POST',
		url: '/sms/dryrun',
		body: smsBody,
	},
	{
		id: 'sms.get',
		parameters: on('sms', 'get', { smsId: byId(UUID) }),
		method: 'GET',
		url: `/sms/${UUID}`,
	},
	{
		id: 'sms.delete',
		parameters: on('sms', 'delete', { smsId: byId(UUID) }),
		method: 'DELETE',
		url: `/sms/${UUID}`,
	},
	{
		id: 'sms.batchDelete',
		parameters: on('sms', 'batchDelete', { filters: { uuid: [UUID, UUID2] } }),
		method: 'POST',
		url: `/sms/ops/batch_delete?uuid[]=${UUID}&uuid[]=${UUID2}`,
	},
	{
		id: 'sms.clicks.list',
		parameters: on('smsClick', 'getAll', {
			...all,
			filters: {
				requestsCount: [1, 2],
				requestsCountRange: { range: { from: '1', to: '' } },
				createdAt: [NEW_YEAR.iso],
				createdAtRange: range,
				orderCreatedAt: 'asc',
			},
		}),
		method: 'GET',
		url: `/sms/clicks?requests_count[]=1&requests_count[]=2&requests_count[gte]=1&created_at=1767222000&_order[created_at]=asc&created_at[between]=${between}`,
		lists: true,
	},
	{
		id: 'sms.clicks.get',
		parameters: on('smsClick', 'get', { smsId: byId(UUID) }),
		method: 'GET',
		url: `/sms/${UUID}/clicks`,
	},
	{
		id: 'sms.requests.list',
		parameters: on('smsClick', 'getRequests', { ...all, smsId: byId(UUID), filters: clicks }),
		method: 'GET',
		url: `/sms/${UUID}/requests?${clicksQuery}`,
		lists: true,
	},
	{
		id: 'bulks.list',
		parameters: on('bulk', 'getAll', {
			...all,
			filters: {
				keyId: [1, 2],
				uuid: [UUID],
				createdAt: [NEW_YEAR.iso],
				createdAtRange: range,
				deliveryAtRange: range,
				isDryrun: false,
				isUnicodeChosen: true,
				isUnicode: false,
				msgTotalCount: [3],
				msgTotalCountRange: { range: { from: '1', to: '9' } },
				orderMsgTotalCount: 'asc',
				orderProcessedAt: 'desc',
				processedAtRange: range,
				senderId: 'Shop',
				source: [7],
				sourceRange: { range: { from: '1', to: '9' } },
				statusCode: [0, 5],
				text: 'Hello',
			},
		}),
		method: 'GET',
		url: `/bulks?key_id[]=1&key_id[]=2&created_at=1767222000&is_dryrun=0&exists[is_unicode]=1&is_unicode=0&msg_total_count=3&_order[msg_total_count]=asc&_order[processed_at]=desc&sender_id=Shop&source=7&status_code[]=0&status_code[]=5&text=Hello&created_at[between]=${between}&delivery_at[between]=${between}&msg_total_count[between]=1..9&processed_at[between]=${between}&source[between]=1..9`,
		lists: true,
	},
	...(['create', 'dryRun'] as const).map((operation) => ({
		id: operation === 'create' ? 'bulks.create' : 'bulks.dryrun',
		parameters: on('bulk', operation, {
			recipientsFrom: 'groups',
			groupIds: [7116],
			senderId: '+491511234',
			text: 'Hello',
			additionalFields: message,
		}),
		method: 'POST',
		url: operation === 'create' ? '/bulks' : '/bulks/dryrun',
		body: { msg_groups: [7116], sender_id: '+491511234', text: 'Hello', ...messageBody },
	})),
	{
		id: 'bulks.get',
		parameters: on('bulk', 'get', { bulkId: byId(UUID) }),
		method: 'GET',
		url: `/bulks/${UUID}`,
	},
	{
		id: 'bulks.delete',
		parameters: on('bulk', 'delete', { bulkId: byId(UUID) }),
		method: 'DELETE',
		url: `/bulks/${UUID}`,
	},
	{
		id: 'bulks.status',
		parameters: on('bulk', 'getStatus', { bulkId: byId(UUID) }),
		method: 'GET',
		url: `/bulks/${UUID}/status`,
	},
	{
		id: 'bulks.requests',
		parameters: on('bulk', 'getRequests', { ...all, bulkId: byId(UUID), filters: clicks }),
		method: 'GET',
		url: `/bulks/${UUID}/requests?${clicksQuery}`,
		lists: true,
	},
	{
		id: 'incomings.list',
		parameters: on('incoming', 'getAll', {
			...all,
			filters: {
				from: '+49',
				orderReceivedAt: 'asc',
				msgUuid: [UUID, UUID2],
				text: 'STOP',
				to: '+4915',
			},
		}),
		method: 'GET',
		url: `/incomings?from=+49&_order[received_at]=asc&msg_uuid[]=${UUID}&msg_uuid[]=${UUID2}&text=STOP&to=+4915`,
		lists: true,
	},
	{
		id: 'incomings.get',
		parameters: on('incoming', 'get', { incomingId: byId(UUID) }),
		method: 'GET',
		url: `/incomings/${UUID}`,
	},
	{
		id: 'incomings.delete',
		parameters: on('incoming', 'delete', { incomingId: byId(UUID) }),
		method: 'DELETE',
		url: `/incomings/${UUID}`,
	},
	{
		id: 'blockedNumbers.list',
		parameters: on('blockedNumber', 'getAll', {
			...all,
			filters: { number: '+4915112345678', type: '1' },
		}),
		method: 'GET',
		url: '/blocked_numbers?number=+4915112345678&type=1',
		lists: true,
	},
	{
		id: 'blockedNumbers.create',
		parameters: on('blockedNumber', 'create', { number: '+49 151 123456 99' }),
		method: 'POST',
		url: '/blocked_numbers',
		body: { number: '+4915112345699' },
	},
	{
		id: 'blockedNumbers.get',
		parameters: on('blockedNumber', 'get', { blockedNumberId: byId('1') }),
		method: 'GET',
		url: '/blocked_numbers/1',
	},
	{
		id: 'blockedNumbers.delete',
		parameters: on('blockedNumber', 'delete', { blockedNumberId: byId('1') }),
		method: 'DELETE',
		url: '/blocked_numbers/1',
	},
	{
		id: 'groups.list',
		parameters: on('group', 'getAll', all),
		method: 'GET',
		url: '/groups',
		lists: true,
	},
	{
		id: 'groups.create',
		parameters: on('group', 'create', {
			name: group.name,
			additionalFields: { ...group.fields, phones: group.phones },
		}),
		method: 'POST',
		url: '/groups',
		body: { ...groupBody, phones: groupPhones },
	},
	{
		id: 'groups.get',
		parameters: on('group', 'get', { groupId: byId('7116') }),
		method: 'GET',
		url: '/groups/7116',
	},
	{
		id: 'groups.update',
		parameters: on('group', 'update', {
			groupId: byId('7116'),
			name: group.name,
			updateFields: group.fields,
		}),
		method: 'PUT',
		url: '/groups/7116',
		body: groupBody,
	},
	{
		id: 'groups.delete',
		parameters: on('group', 'delete', { groupId: byId('7116') }),
		method: 'DELETE',
		url: '/groups/7116',
	},
	...(['file', 'items'] as const).map((output) => ({
		id: 'groups.csv',
		parameters: on('group', 'exportPhones', {
			groupId: byId('7116'),
			output,
			...(output === 'file' ? { binaryPropertyName: 'data' } : {}),
		}),
		method: 'GET',
		url: '/groups/7116/file/csv',
		file: 'text/csv',
	})),
	{
		id: 'groups.phones.list',
		parameters: on('phone', 'getAll', { ...all, groupId: byId('7116') }),
		method: 'GET',
		url: '/groups/7116/phones',
		lists: true,
	},
	{
		id: 'groups.phones.create',
		parameters: on('phone', 'create', {
			groupId: byId('7116'),
			phone: '+49151 1',
			additionalFields: { a: 'Ms. ', e: 'x', callbackData: 'crm-1' },
		}),
		method: 'POST',
		url: '/groups/7116/phones',
		body: { phone: '+49151 1', a: 'Ms. ', e: 'x', callback_data: 'crm-1' },
	},
	{
		id: 'phones.get',
		parameters: on('phone', 'get', { phoneId: byId('12344') }),
		method: 'GET',
		url: '/phones/12344',
	},
	{
		id: 'phones.delete',
		parameters: on('phone', 'delete', { phoneId: byId('12344') }),
		method: 'DELETE',
		url: '/phones/12344',
	},
	{
		id: 'verifyCodes.list',
		parameters: on('verifyCode', 'getAll', all),
		method: 'GET',
		url: '/verify_codes',
		lists: true,
	},
	{
		id: 'verifyCodes.create',
		parameters: on('verifyCode', 'create', {
			phone: '+4915112345678',
			routingStrategy: {
				steps: [
					{ channel: 'telegram', timeoutSec: 60, senderId: '', template: '' },
					{ channel: 'sms', senderId: 'MyShop', template: '' },
				],
			},
			additionalFields: {
				code: '123456',
				codeLength: 6,
				isCodeDeleted: true,
				lang: 'EN',
				payload: 'user-1',
			},
		}),
		method: 'POST',
		url: '/verify_codes',
		body: {
			phone: '+4915112345678',
			routing_strategy: [
				{ channel: 'telegram', timeout_sec: 60 },
				{ channel: 'sms', sender_id: 'MyShop' },
			],
			code: '123456',
			code_length: 6,
			is_code_deleted: true,
			lang: 'EN',
			payload: 'user-1',
		},
	},
	{
		id: 'verifyCodes.get',
		parameters: on('verifyCode', 'get', { verifyCodeId: byId(UUID) }),
		method: 'GET',
		url: `/verify_codes/${UUID}`,
	},
	{
		id: 'fraudChecks.list',
		parameters: on('fraudCheck', 'getAll', {
			...all,
			filters: {
				callbackData: 'crm',
				requestEmail: '@example',
				id: [UUID, UUID2],
				requestIp: '10.',
				orderCreatedAt: 'asc',
				requestPhone: '+49',
				statusCode: [10],
			},
		}),
		method: 'GET',
		url: `/fraud-checks?callback_data=crm&request_email.email=@example&id[]=${UUID}&id[]=${UUID2}&request_ip.ip=10.&_order[created_at]=asc&request_phone.phone=+49&status_code=10`,
		lists: true,
	},
	{
		id: 'fraudChecks.create',
		parameters: on('fraudCheck', 'create', {
			serviceCode: 'pro',
			additionalFields: {
				address: {
					parts: {
						city: 'Berlin',
						iso2: 'DE',
						postcode: '10115',
						streetName: 'Main Street',
						streetNumber: '',
					},
				},
				callbackData: 'crm-1',
				email: 'nathan@example.com',
				ip: '192.0.2.1',
				phone: '+49 151 12345678',
			},
		}),
		method: 'POST',
		url: '/fraud-checks',
		body: {
			service_code: 'pro',
			address: { city: 'Berlin', iso2: 'DE', postcode: '10115', street_name: 'Main Street' },
			callback_data: 'crm-1',
			email: 'nathan@example.com',
			ip: '192.0.2.1',
			phone: '+4915112345678',
		},
	},
	{
		id: 'fraudChecks.get',
		parameters: on('fraudCheck', 'get', { fraudCheckId: byId(UUID) }),
		method: 'GET',
		url: `/fraud-checks/${UUID}`,
	},
	{
		id: 'fraudChecks.delete',
		parameters: on('fraudCheck', 'delete', { fraudCheckId: byId(UUID) }),
		method: 'DELETE',
		url: `/fraud-checks/${UUID}`,
	},
	{
		id: 'shortLinkCampaigns.list',
		parameters: on('shortLinkCampaign', 'getAll', {
			...all,
			filters: {
				createdAt: [NEW_YEAR.iso],
				createdAtRange: range,
				name: 'Spring',
				orderCreatedAt: 'asc',
				type: [1],
				url: 'example',
			},
		}),
		method: 'GET',
		url: `/short_link_campaigns?created_at=1767222000&name=Spring&_order[created_at]=asc&type=1&url=example&created_at[between]=${between}`,
		lists: true,
	},
	{
		id: 'shortLinkCampaigns.create',
		parameters: on('shortLinkCampaign', 'create', {
			name: 'Spring',
			url: 'https://example.com/offer',
			type: 2,
			additionalFields: { groupId: byId('7116') },
		}),
		method: 'POST',
		url: '/short_link_campaigns',
		body: { name: 'Spring', url: 'https://example.com/offer', type: 2, group_id: 7116 },
	},
	{
		id: 'shortLinkCampaigns.get',
		parameters: on('shortLinkCampaign', 'get', { campaignCode: byId('aB3x') }),
		method: 'GET',
		url: '/short_link_campaigns/aB3x',
	},
	{
		id: 'shortLinkCampaigns.update',
		parameters: on('shortLinkCampaign', 'update', {
			campaignCode: byId('aB3x'),
			name: 'Summer',
			url: 'https://example.com/offer',
			type: 1,
			updateFields: { groupId: byId('7116') },
		}),
		method: 'PUT',
		url: '/short_link_campaigns/aB3x',
		body: { name: 'Summer', url: 'https://example.com/offer', type: 1, group_id: 7116 },
	},
	{
		id: 'shortLinkCampaigns.delete',
		parameters: on('shortLinkCampaign', 'delete', { campaignCode: byId('aB3x') }),
		method: 'DELETE',
		url: '/short_link_campaigns/aB3x',
	},
	{
		id: 'shortLinkCampaigns.subscribe',
		parameters: on('shortLinkCampaign', 'createSubscribe', {
			name: 'Join',
			groupId: byId('7116'),
		}),
		method: 'POST',
		url: '/short_link_campaigns/subscribe',
		body: { name: 'Join', group_id: 7116 },
	},
	{
		id: 'shortLinkCampaigns.unsubscribe',
		parameters: on('shortLinkCampaign', 'createUnsubscribe', { name: 'Leave', groupId: byId('') }),
		method: 'POST',
		url: '/short_link_campaigns/unsubscribe',
		body: { name: 'Leave', group_id: null },
	},
	{
		id: 'shortLinkCampaigns.requests',
		parameters: on('shortLinkCampaign', 'getRequests', {
			...all,
			campaignCode: byId('aB3x'),
			filters: clicks,
		}),
		method: 'GET',
		url: `/short_link_campaigns/aB3x/requests?${clicksQuery}`,
		lists: true,
	},
	{
		id: 'shortLinkCampaigns.shortLinks',
		parameters: on('shortLink', 'getByCampaign', { ...all, campaignCode: byId('aB3x') }),
		method: 'GET',
		url: '/short_link_campaigns/aB3x/short_links',
		lists: true,
	},
	{
		id: 'shortLinks.list',
		parameters: on('shortLink', 'getAll', {
			...all,
			filters: {
				orderUpdatedAt: 'asc',
				updatedAt: [NEW_YEAR.iso],
				updatedAtRange: range,
				url: 'example',
			},
		}),
		method: 'GET',
		url: `/short_links?_order[updated_at]=asc&updated_at=1767222000&url=example&updated_at[between]=${between}`,
		lists: true,
	},
	{
		id: 'shortLinks.get',
		parameters: on('shortLink', 'get', { shortCode: byId('aB3x') }),
		method: 'GET',
		url: '/short_links/aB3x',
	},
	{
		id: 'shortLinks.requests',
		parameters: on('shortLinkRequest', 'getByShortLink', {
			...all,
			shortCode: byId('aB3x'),
			filters: linkClicks,
		}),
		method: 'GET',
		url: `/short_links/aB3x/requests?${linkClicksQuery}`,
		lists: true,
	},
	{
		id: 'shortLinkRequests.list',
		parameters: on('shortLinkRequest', 'getAll', { ...all, filters: linkClicks }),
		method: 'GET',
		url: `/short_link_requests?${linkClicksQuery}`,
		lists: true,
	},
	{
		id: 'shortLinkRequests.get',
		parameters: on('shortLinkRequest', 'get', { clickId: byId('17') }),
		method: 'GET',
		url: '/short_link_requests/17',
	},
	{
		id: 'paymentMethods.get',
		parameters: on('paymentMethod', 'get'),
		method: 'GET',
		url: '/payment-methods',
	},
	{
		id: 'payments.list',
		parameters: on('payment', 'getAll', {
			...all,
			filters: {
				createdAt: [NEW_YEAR.iso],
				createdAtRange: range,
				id: [1, 2],
				orderCreatedAt: 'asc',
				status: 100,
				type: 91,
			},
		}),
		method: 'GET',
		url: `/payments?created_at=1767222000&id[]=1&id[]=2&_order[created_at]=asc&status=100&type=91&created_at[between]=${between}`,
		lists: true,
	},
	{
		id: 'payments.create',
		parameters: on('payment', 'create', { netVal: 50, type: 'sepa', methodId: 501, confirm: true }),
		method: 'POST',
		url: '/payments',
		body: { net_val: 50, type: 'sepa', method_id: 501 },
	},
	{
		id: 'payments.get',
		parameters: on('payment', 'get', { paymentId: byId('1') }),
		method: 'GET',
		url: '/payments/1',
	},
	...(['invoice', 'creditNote'] as const).flatMap((resource) => {
		const ids = resource === 'invoice' ? 'invoices' : 'creditNotes';
		const path = resource === 'invoice' ? '/invoices' : '/credit_notes';
		return [
			{
				id: `${ids}.list`,
				parameters: on(resource, 'getAll', { ...all, filters: documents }),
				method: 'GET',
				url: `${path}?${documentsQuery}`,
				lists: true,
			},
			{
				id: `${ids}.get`,
				parameters: on(resource, 'get', { [`${resource}Id`]: byId('1') }),
				method: 'GET',
				url: `${path}/1`,
			},
			{
				id: `${ids}.pdf`,
				parameters: on(resource, 'download', {
					[`${resource}Id`]: byId('1'),
					binaryPropertyName: 'data',
				}),
				method: 'GET',
				url: `${path}/1/pdf`,
				file: 'application/pdf',
			},
		];
	}),
];
