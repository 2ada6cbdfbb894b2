import { byId } from '../given';
import type { OperationCase } from '../operationMatrix';
import { all, on, UUID, UUID2 } from './given';

export const checks: OperationCase[] = [
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
];
