import type { IDataObject } from 'n8n-workflow';

import { BadInput, prepared } from '../../shared/input/badInput';
import { isEmpty } from '../../shared/input/query';
import { clockTime } from '../../shared/input/time';
import { DATE_FORMAT } from '../narrow';

const PERIODS = [
	{ from: 'startDate', fromLabel: 'Start Date', to: 'endDate', toLabel: 'End Date' },
	{
		from: 'saveStartDate',
		fromLabel: 'Save Start Date',
		to: 'saveEndDate',
		toLabel: 'Save End Date',
	},
];

/**
 * Brings the dates of call reports into the form VoipNow documents: the clock of the workflow's
 * time zone, without an offset, which VoipNow reads by its own clock. An offset would say more,
 * but whether all versions take one is not established (reference, sections 3 and 9).
 *
 * An end without a beginning is refused, because what VoipNow takes for the beginning then is not
 * documented; and so are both periods at once, because it would silently ignore one.
 */
export const callPeriod = prepared(function (request) {
	const query = { ...request.qs } as IDataObject;
	const given = PERIODS.filter(({ from, to }) => !isEmpty(query[from]) || !isEmpty(query[to]));
	if (given.length > 1) {
		throw new BadInput(
			'Start Date and Save Start Date cannot be used together',
			'VoipNow would ignore the dates of storing. Remove one of the two periods. Nothing was sent.',
		);
	}
	for (const { from, fromLabel, to, toLabel } of given) {
		if (isEmpty(query[from])) {
			throw new BadInput(
				`${toLabel} needs a ${fromLabel}`,
				`Add ${fromLabel} to the filters. Nothing was sent.`,
			);
		}
		query[from] = toClock(query[from], this.getTimezone(), fromLabel);
		if (isEmpty(query[to])) continue;
		query[to] = toClock(query[to], this.getTimezone(), toLabel);
		// In this form, texts compare as times do.
		if (String(query[from]) > String(query[to])) {
			throw new BadInput(
				`${toLabel} lies before ${fromLabel}`,
				`The period would be ${String(query[from])} to ${String(query[to])}. Nothing was sent.`,
			);
		}
	}
	request.qs = query;
});

function toClock(value: unknown, timezone: string, label: string): string {
	return clockTime(value, timezone, DATE_FORMAT, label);
}
