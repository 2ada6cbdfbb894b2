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
			description: `${description}. It is sent in the time zone of the workflow without an offset; VoipNow reads it in its own time zone.`,
		},
		field.name,
		clockTime(WITH_OFFSET, { isEnd }),
		'expression',
	);
}

/**
 * The filters of call reports that other lists do not have (docs/api/voipnow.md, "Call reports").
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
		description: 'Calls answered until then, without unanswered ones; needs a Start Date',
	}),
	oneOf(
		{ displayName: 'Flow', name: 'flow', description: 'Origin and destination of the call' },
		'flow',
		flows,
	),
	date({
		displayName: 'Save End Date',
		name: 'saveEndDate',
		description: 'Records stored until then, including unanswered calls; needs a Save Start Date',
	}),
	date({
		displayName: 'Save Start Date',
		name: 'saveStartDate',
		description:
			'Records stored from then on, including unanswered calls. Not together with Start Date',
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
			'Calls answered from then on, without unanswered ones (Save Start Date includes them). Without any date, the node returns the calls of the current month',
	}),
];
