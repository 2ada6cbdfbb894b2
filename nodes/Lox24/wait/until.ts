import type { IDataObject } from 'n8n-workflow';
import { WAIT_INDEFINITELY } from 'n8n-workflow';

import { BadInput, shown } from '../../shared/input/badInput';
import { choice, number } from '../../shared/input/kind';
import { readTime } from '../../shared/input/time';
import type { Item } from '../../shared/request/item';

const MILLISECONDS: Record<string, number> = {
	minutes: 60_000,
	hours: 3_600_000,
	days: 86_400_000,
};

const asOptions = (...values: string[]) => values.map((value) => ({ name: value, value }));
const UNITS = asOptions('minutes', 'hours', 'days');
const TYPES = asOptions('afterTimeInterval', 'atSpecifiedTime');

const SHORTEST = 1_000;

/** What JavaScript's Date cannot hold, no database can either. */
const LONGEST = 100 * 365 * MILLISECONDS.days;

/**
 * Until when to wait, as the option Limit Wait Time says.
 *
 * @param now unix milliseconds
 * @throws BadInput when the option does not name a time to come
 */
export function waitUntil(item: Pick<Item, 'getNodeParameter' | 'getTimezone'>, now: number): Date {
	const limit = item.getNodeParameter('options.limitWaitTime', {}) as IDataObject;
	const values = limit.values as IDataObject | undefined;
	if (!values || Object.keys(values).length === 0) return WAIT_INDEFINITELY;
	const type = choice(TYPES)(values.limitType ?? 'afterTimeInterval', {
		label: 'Limit Type',
		item,
	});
	if (type === 'atSpecifiedTime') {
		const until = readTime(values.maxDateAndTime ?? '', { label: 'Max Date and Time', item });
		if (until && until.toMillis() > now) return until.toJSDate();
		throw new BadInput(
			`Max Date and Time is not in the future: ${shown(values.maxDateAndTime)}`,
			'The wait would be over before anybody could respond. Nothing was sent.',
		);
	}
	const amount = number()(values.resumeAmount ?? 1, { label: 'Amount', item }) as number;
	const unit = choice(UNITS)(values.resumeUnit ?? 'hours', { label: 'Unit', item }) as string;
	const milliseconds = amount * MILLISECONDS[unit];
	if (milliseconds >= SHORTEST && milliseconds <= LONGEST) return new Date(now + milliseconds);
	throw new BadInput(
		`Limit Wait Time is not valid: ${shown(values.resumeAmount)} ${unit}`,
		'Expected more than 0 and at most 100 years. Nothing was sent.',
	);
}
