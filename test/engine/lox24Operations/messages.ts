import { byId } from '../given';
import type { OperationCase } from '../operationMatrix';
import {
	all,
	between,
	clicks,
	clicksQuery,
	message,
	NEW_YEAR,
	on,
	range,
	sms,
	UUID,
	UUID2,
} from './given';

const messageBody = {
	is_text_deleted: true,
	delivery_at: 1798758000,
	service_code: 'text2speech',
	source: 5,
	is_unicode: false,
	voice_lang: 'DE',
};

const smsBody = {
	sender_id: 'MyShop',
	phone: '+4915112345678',
	text: 'Hello 📞',
	callback_data: 'crm-1',
	...messageBody,
};

export const messages: OperationCase[] = [
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
];
