import { listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { listFilters } from '../../fields/listFilters';
import { callAccount } from './account';
import { account } from './fields';
import { cdrFilters } from './filters';
import { oneItemEach } from './legs';
import { callPeriod } from './period';
import { simpleRecord } from './simpleRecord';

const OF_CALL = [
	...['answered', 'extension', 'id', 'links', 'nonce', 'ownerId', 'ownerName'],
	...['phoneCallView', 'published'],
].map((name) => ({ name, value: name }));

/** The vendor's own tests ask for such names as well (docs/api/voipnow.md, "Call reports"). */
const OF_LEG = ['callerId', 'destination', 'disposition', 'duration', 'flow', 'source'].map(
	(name) => ({ name, value: name, description: 'Of the legs' }),
);

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many past phone calls',
	description: 'Get past calls, by default those of the current month',
	routing: { request: { method: 'GET', url: '/cdr/{userId}' } },
	fields: [
		{
			...account,
			routing: { send: { preSend: [callAccount('/cdr')] } },
		},
		...listFields,
		{
			displayName: 'Output',
			name: 'output',
			type: 'options',
			options: [
				{
					name: 'One Item per Call',
					value: 'call',
					description: 'Each call with all of its legs',
				},
				{
					name: 'One Item per Leg',
					value: 'leg',
					description: 'Each connection of a call separately; a call has one or more',
				},
			],
			default: 'call',
			description: 'What an item represents',
			routing: { output: { postReceive: [oneItemEach] } },
		},
		simplify(simpleRecord),
		listFilters(
			{
				filterBy: [
					{ name: 'Answered', value: 'answered' },
					{ name: 'Destination', value: 'destination' },
					{ name: 'Published', value: 'published' },
					{ name: 'Source', value: 'source' },
				],
				filterValue: {
					placeholder: 'e.g. 0003*210',
					hint: "For Answered and Published, a date and time in VoipNow's time zone, such as 2026-11-21T09:30:00",
				},
				fields: [...OF_CALL, ...OF_LEG].sort((one, other) => one.name.localeCompare(other.name)),
				orderedBy: 'start of the call',
			},
			cdrFilters,
		),
		{
			...options,
			routing: { send: { preSend: [callPeriod] } },
		},
	],
};
