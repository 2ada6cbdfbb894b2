import type { IDataObject } from 'n8n-workflow';

import { BadInput, prepared } from '../../shared/input/badInput';
import { isEmpty } from '../../shared/input/query';
import { clockTime } from '../../shared/input/time';
import { DATE_FORMAT } from '../api/narrow';

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
		const zone = this.getTimezone();
		const begin = toSeconds(query[from], zone, fromLabel);
		query[from] = toClock(query[from], zone, fromLabel);
		if (isEmpty(query[to])) continue;
		const end = toSeconds(query[to], zone, toLabel);
		query[to] = toClock(query[to], zone, toLabel);
		// Not the texts: in the hour that comes twice in autumn, they may be the other way round.
		if (begin > end) {
			throw new BadInput(
				`${toLabel} lies before ${fromLabel}`,
				`The period would be ${String(query[from])} to ${String(query[to])}. Nothing was sent.`,
			);
		}
	}
	request.qs = query;
});

function toSeconds(value: unknown, timezone: string, label: string): number {
	return Number(clockTime(value, timezone, 'X', label));
}

function toClock(value: unknown, timezone: string, label: string): string {
	return clockTime(value, timezone, DATE_FORMAT, label);
}
