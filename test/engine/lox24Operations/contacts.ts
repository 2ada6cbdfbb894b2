import { byId } from '../given';
import type { OperationCase } from '../operationMatrix';
import { all, on } from './given';

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

export const contacts: OperationCase[] = [
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
];
