import type { INodeParameters } from 'n8n-workflow';

import { byId } from './given';
import type { OperationCase } from './operationMatrix';

const EVENT_ID = 'NqeyDRqo4FtabmFj8gNWq3hsiGNYyq';
const phone = { userId: '@me', extension: '0003*210' };
const queue = { userId: '@me', extension: '0003*220' };
const events = '/uapi/extensions/@me/0003*210/phoneCallEvents';
const agents = '/uapi/extensions/@me/0003*220/queue/agents';
const all = { returnAll: true };

function on(resource: string, operation: string, more: object = {}): INodeParameters {
	return { resource, operation, ...more };
}

function condition(filterBy: string, filterOp: string | undefined, filterValue: string) {
	return { condition: { filterBy, ...(filterOp ? { filterOp } : {}), filterValue } };
}

const calls = {
	destination: '+49 (30) 123-45',
	disposition: 3,
	flow: 8,
	source: '0003*210',
	startDate: '2026-01-01T00:00:00',
	endDate: '2026-01-02T12:30:00',
};
const callsQuery = {
	destination: 'destination=+493012345',
	disposition: 'disposition=3',
	endDate: 'endDate=2026-01-02T12:30:00',
	flow: 'flow=8',
	source: 'source=0003*210',
	startDate: 'startDate=2026-01-01T00:00:00',
};

/** All operations but those on phone calls, which are in voipNowPhoneCalls.ts. */
export const voipNowOperations: OperationCase[] = [
	{
		id: 'phoneCallEvents.create',
		parameters: on('phoneCallEvent', 'create', {
			...phone,
			eventType: '3',
			method: '1',
			url: 'https://example.com/calls?id=1',
			status: '1',
			additionalFields: { note: 'For the CRM' },
		}),
		method: 'POST',
		url: events,
		body: {
			type: '3',
			method: '1',
			url: 'https://example.com/calls?id=1',
			status: '1',
			note: 'For the CRM',
		},
	},
	{
		id: 'phoneCallEvents.get',
		parameters: on('phoneCallEvent', 'get', { ...phone, eventType: '0', eventId: byId(EVENT_ID) }),
		method: 'GET',
		url: `${events}/0/${EVENT_ID}`,
		gets: true,
	},
	{
		id: 'phoneCallEvents.list',
		parameters: on('phoneCallEvent', 'getAll', {
			...phone,
			...all,
			filters: {
				fields: ['id', 'url'],
				filter: condition('status', undefined, '1'),
				sortOrder: 'descending',
			},
		}),
		method: 'GET',
		url: `${events}?fields=id,url&filterBy=status&filterValue=1&sortOrder=descending&count=4999`,
		lists: true,
	},
	{
		id: 'phoneCallEvents.listOfType',
		parameters: on('phoneCallEvent', 'getAll', {
			...phone,
			returnAll: false,
			limit: 5,
			filters: { eventType: '2' },
		}),
		method: 'GET',
		url: `${events}/2?count=5`,
		lists: true,
	},
	{
		id: 'phoneCallEvents.update',
		parameters: on('phoneCallEvent', 'update', {
			...phone,
			eventType: '0',
			eventId: byId(EVENT_ID),
			updateFields: { method: '1', note: 'x', status: '0', url: 'http://example.com/' },
		}),
		method: 'PUT',
		url: `${events}/0/${EVENT_ID}`,
		body: { method: '1', note: 'x', status: '0', url: 'http://example.com/' },
	},
	{
		id: 'phoneCallEvents.delete',
		parameters: on('phoneCallEvent', 'delete', {
			...phone,
			deleteWhat: 'one',
			eventType: '0',
			eventId: byId(EVENT_ID),
		}),
		method: 'DELETE',
		url: `${events}/0/${EVENT_ID}`,
	},
	{
		id: 'phoneCallEvents.deleteOfType',
		parameters: on('phoneCallEvent', 'delete', {
			...phone,
			deleteWhat: 'allOfType',
			eventType: '0',
		}),
		method: 'DELETE',
		url: `${events}/0`,
	},
	{
		id: 'phoneCallEvents.deleteAll',
		parameters: on('phoneCallEvent', 'delete', { ...phone, deleteWhat: 'allOfExtension' }),
		method: 'DELETE',
		url: events,
	},
	{
		id: 'presence.list',
		parameters: on('presence', 'getAll', {
			userId: '@me',
			extension: '@self',
			...all,
			filters: {
				fields: ['extension', 'registration', 'status'],
				filter: condition('extension', 'startsWith', '0003*'),
				sortOrder: 'ascending',
			},
		}),
		method: 'GET',
		url: '/uapi/extensions/@me/@self/presence?fields=extension,registration,status&filterBy=extension&filterOp=startsWith&filterValue=0003*&sortOrder=ascending&count=4999',
		lists: true,
	},
	{
		id: 'queueAgents.list',
		parameters: on('queueAgent', 'getAll', {
			...queue,
			...all,
			filters: {
				fields: ['agentNumber', 'status'],
				filter: condition('status', 'equals', '1'),
				sortOrder: 'ascending',
			},
		}),
		method: 'GET',
		url: `${agents}?fields=agentNumber,status&filterBy=status&filterOp=equals&filterValue=1&sortOrder=ascending&count=4999`,
		lists: true,
	},
	{
		id: 'queueAgents.get',
		parameters: on('queueAgent', 'get', { ...queue, agent: byId('0003*210') }),
		method: 'GET',
		url: `${agents}/0003*210`,
		gets: true,
	},
	{
		id: 'queueAgents.update',
		parameters: on('queueAgent', 'update', { ...queue, agent: byId('0003*212'), status: '1' }),
		method: 'PUT',
		url: `${agents}/0003*212`,
		body: { status: '1' },
	},
	{
		id: 'cdr.list',
		parameters: on('cdr', 'getAll', {
			userId: '@me',
			...all,
			output: 'leg',
			filters: {
				...calls,
				fields: ['id', 'published', 'phoneCallView'],
				filter: condition('source', undefined, '0003*210'),
				sortOrder: 'descending',
			},
		}),
		method: 'GET',
		url: `/uapi/cdr?${callsQuery.destination}&${callsQuery.disposition}&${callsQuery.endDate}&fields=id,published,phoneCallView,answered&filterBy=source&filterValue=0003*210&${callsQuery.flow}&sortOrder=descending&${callsQuery.source}&${callsQuery.startDate}&count=4999`,
		lists: true,
	},
	{
		id: 'cdr.listOfUser',
		parameters: on('cdr', 'getAll', {
			userId: '12',
			...all,
			filters: { saveStartDate: '2026-01-01T00:00:00', saveEndDate: '2026-01-02T00:00:00' },
		}),
		method: 'GET',
		url: '/uapi/cdr/12?saveEndDate=2026-01-02T00:00:00&saveStartDate=2026-01-01T00:00:00&count=4999',
		lists: true,
	},
	{
		id: 'cdr.stats',
		parameters: on('cdr', 'getStats', { userId: '12', filters: calls }),
		method: 'GET',
		url: `/uapi/cdr/stats/12?${Object.values(callsQuery).join('&')}`,
	},
	{
		id: 'faxes.create',
		parameters: on('fax', 'send', {
			...phone,
			recipients: ['+49 (30) 123-45', '0003*212'],
			binaryPropertyName: 'data, second',
		}),
		method: 'POST',
		url: '/uapi/faxes/@me/0003*210',
		form: true,
	},
];
