import type { IDataObject } from 'n8n-workflow';

import { BadInput, prepared } from '../../../shared/input/badInput';
import { isEmpty } from '../../../shared/input/query';

/** `2026-12-01T09:30:00`, without what follows. */
const DATE_FORMAT_LENGTH = 19;

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
 * time zone, without an offset, which VoipNow reads by its own clock. An offset would say more, but
 * whether all versions take one is not established (docs/api/voipnow.md, "Data types" and "Call
 * reports").
 *
 * An end without a beginning is refused, because what VoipNow takes for the beginning then is not
 * documented; and so are both periods at once, because it would silently ignore one.
 */
export const callPeriod = prepared((request) => {
	const query = { ...request.qs } as IDataObject;
	const given = PERIODS.filter(({ from, to }) => !isEmpty(query[from]) || !isEmpty(query[to]));
	if (given.length > 1) {
		throw new BadInput(
			'Start Date and Save Start Date cannot be used together',
			'VoipNow would ignore Save Start Date and Save End Date. Remove one of the two periods. Nothing was sent.',
		);
	}
	for (const { from, fromLabel, to, toLabel } of given) {
		if (isEmpty(query[from])) {
			throw new BadInput(
				`${toLabel} needs a ${fromLabel}`,
				`Add ${fromLabel} to the filters. Nothing was sent.`,
			);
		}
		const [begin, end] = [from, to].map((name) => String(query[name] ?? ''));
		query[from] = withoutOffset(begin);
		if (end === '') continue;
		query[to] = withoutOffset(end);
		// With their offsets: clock times are ambiguous in the hour that repeats in autumn.
		if (Date.parse(begin) > Date.parse(end)) {
			throw new BadInput(
				`${toLabel} is before ${fromLabel}`,
				`The period would be ${String(query[from])} to ${String(query[to])}. Nothing was sent.`,
			);
		}
	}
	request.qs = query;
});

/** Local time in the workflow's time zone. */
function withoutOffset(time: string): string {
	return time.slice(0, DATE_FORMAT_LENGTH);
}
