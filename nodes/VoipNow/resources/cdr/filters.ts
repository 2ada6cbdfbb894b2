import type { INodeProperties } from 'n8n-workflow';

import { contains, oneOf } from '../../../Lox24/resources/filterFields';
import { dispositions, flows } from '../../codes';

/**
 * @param description a sentence without its period; how VoipNow reads a date is added
 */
function date({
	description,
	...field
}: Pick<INodeProperties, 'displayName' | 'name' | 'description'>): INodeProperties {
	return {
		type: 'dateTime',
		default: '',
		...field,
		description: `${description}. It is sent as a clock in the time zone of the workflow shows it, without an offset; VoipNow reads it by its own clock.`,
		routing: { send: { type: 'query', property: field.name } },
	};
}

/** Which calls: the filters of call reports that are not those of every list (reference, 9). */
export const cdrFilters: INodeProperties[] = [
	contains(
		{
			displayName: 'Destination',
			name: 'destination',
			placeholder: 'e.g. 0003*210',
			description: 'Extension or phone number that was called',
		},
		'destination',
	),
	oneOf(
		{ displayName: 'Disposition', name: 'disposition', description: 'How the call ended' },
		'disposition',
		dispositions,
	),
	date({
		displayName: 'End Date',
		name: 'endDate',
		description:
			'Calls answered until then, without those that nobody answered; it needs a Start Date',
	}),
	oneOf(
		{ displayName: 'Flow', name: 'flow', description: 'Where the call came from and went to' },
		'flow',
		flows,
	),
	date({
		displayName: 'Save End Date',
		name: 'saveEndDate',
		description:
			'Records stored until then, also those of calls that nobody answered; it needs a Save Start Date',
	}),
	date({
		displayName: 'Save Start Date',
		name: 'saveStartDate',
		description:
			'Records stored from then on, also those of calls that nobody answered. Not together with Start Date',
	}),
	contains(
		{
			displayName: 'Source',
			name: 'source',
			placeholder: 'e.g. 0003*210',
			description: 'Extension or phone number that called',
		},
		'source',
	),
	date({
		displayName: 'Start Date',
		name: 'startDate',
		description:
			'Calls answered from then on, without those that nobody answered (Save Start Date has them as well). Without any date, the calls of the current month are returned',
	}),
];
