import type { ICredentialDataDecryptedObject, IPollFunctions } from 'n8n-workflow';

import { BadInput } from '../../shared/input/badInput';
import { choice, isOn, number, type Reader } from '../../shared/input/kind';
import { numbersOf } from '../../shared/input/restriction';
import { accountKey } from '../../shared/send/guard';
import { campaignClicks, type EventName, type Feed, feeds } from './feed';
import { fields } from './fields';

/** Seconds after an entry within which others may still come that are older. */
const LATE = 600;

const A_DAY = 86_400;

/** The user's settings. */
export interface Settings {
	feed: Feed;
	event: EventName;
	/** Seconds an entry may be late. */
	window: number;
	isSimple: boolean;
	/** Undefined when any may be. */
	numbers?: Set<string>;
	campaign?: string;
}

/** @throws BadInput for a value that is not of its kind */
export function settingsOf(context: IPollFunctions): Settings {
	const item = {
		getTimezone: () => context.getTimezone(),
		getNodeParameter: (name: string, usual?: unknown) =>
			context.getNodeParameter(name, usual) as never,
	};
	const read = <T>(name: string, label: string, usual: T, reader: Reader): T => {
		const given: unknown = context.getNodeParameter(name, usual, { extractValue: true });
		const value = given === '' || given === null ? undefined : given;
		return ((value === undefined ? value : reader(value, { label, item })) as T) ?? usual;
	};
	const events = fields.find(({ name }) => name === 'event')?.options;
	const event = read<EventName | ''>('event', 'Trigger On', '', choice(events));
	if (event === '') throw new BadInput('Trigger On is empty', 'Choose what starts the workflow.');
	const isClick = event === 'shortLinkClicked';
	const campaign = isClick ? read<unknown>('campaignCode', 'Campaign', '', (value) => value) : '';
	const feed = campaign ? campaignClicks : feeds[event];
	const days = number({ whole: true, least: 1, most: 30 });
	return {
		feed,
		event,
		window: feed.lateness === 'now' ? A_DAY * read('lookBack', 'Look Back (Days)', 3, days) : LATE,
		isSimple: feed.view !== undefined && isOn(item, 'simplify', 'Simplify', true),
		numbers: feed.numbers.length > 0 ? numbersOf(context) : undefined,
		campaign: campaign ? String(campaign) : undefined,
	};
}

/** Identifies what is polled; a different account, event or campaign starts over. */
export function keyOf(
	{ event, campaign }: Settings,
	{ baseUrl, token }: ICredentialDataDecryptedObject,
): string {
	// A new key of the same client still means the same account.
	const client = String(token).split(':')[0];
	return accountKey([event, campaign ?? '', baseUrl, client]).slice(0, 16);
}
