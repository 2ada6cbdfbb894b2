import type { INodeProperties } from 'n8n-workflow';

import { inQuery } from '../../../shared/description/fields';
import { clockTime } from '../../../shared/input/time';
import { dispositions, flows } from '../../codes';
import { oneOf } from '../../fields/listFilters';
import { callNumber } from '../phoneCall/numbers';

/** Methods/callPeriod compares them, and takes the offset off. */
const WITH_OFFSET = "yyyy-MM-dd'T'HH:mm:ssZZ";

/**
 * @param description a sentence without its period; how VoipNow reads a date is added
 */
function date({
	description,
	...field
}: Pick<INodeProperties, 'displayName' | 'name' | 'description'>): INodeProperties {
	const isEnd = /End/.test(field.displayName);
	return inQuery(
		{
			type: 'dateTime',
			...field,
			description: `${description}. It is sent as a clock in the time zone of the workflow shows it, without an offset; VoipNow reads it by its own clock.`,
		},
		field.name,
		clockTime(WITH_OFFSET, { isEnd }),
		'expression',
	);
}

/**
 * Which calls: the filters of call reports that are not those of every list (docs/api/voipnow.md,
 * "Call reports").
 */
export const cdrFilters: INodeProperties[] = [
	inQuery(
		{
			displayName: 'Destination',
			name: 'destination',
			placeholder: 'e.g. 0003*210',
			description: 'Extension or phone number that was called',
		},
		'destination',
		callNumber,
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
	inQuery(
		{
			displayName: 'Source',
			name: 'source',
			placeholder: 'e.g. 0003*210',
			description: 'Extension or phone number that called',
		},
		'source',
		callNumber,
	),
	date({
		displayName: 'Start Date',
		name: 'startDate',
		description:
			'Calls answered from then on, without those that nobody answered (Save Start Date has them as well). Without any date, the calls of the current month are returned',
	}),
];
