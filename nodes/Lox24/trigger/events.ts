import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** The value that stands for all events, as in n8n's own triggers. */
export const ALL = '*';

/** What LOX24 tells about, by the `name` of the event (docs/api/lox24.md, "Webhooks"). */
const events: INodePropertyOptions[] = [
	event('bulk.email.parsing.success', 'E-Mail to Bulk Accepted', 'An e-mail became a bulk'),
	event('bulk.email.parsing.fail', 'E-Mail to Bulk Rejected', 'An e-mail could not become a bulk'),
	event('sms.email.parsing.success', 'E-Mail to SMS Accepted', 'An e-mail became messages'),
	event('sms.email.parsing.fail', 'E-Mail to SMS Rejected', 'An e-mail could not become a message'),
	event('fraud-check.done', 'Fraud Check Done', 'A fraud check has a result'),
	event(
		'verify_code.channel.success',
		'One-Time Code Channel Delivered',
		'One channel delivered the code',
	),
	event(
		'verify_code.channel.failed',
		'One-Time Code Channel Failed',
		'One channel could not deliver the code; the next one follows, if any',
	),
	event('verify_code.channel.sent', 'One-Time Code Channel Sent', 'One channel sent the code'),
	event(
		'verify_code.channel.updated',
		'One-Time Code Channel Updated',
		'The state of a one-time code changed',
	),
	event(
		'verify_code.success',
		'One-Time Code Delivered',
		'The code was delivered. This does not mean that anybody entered it.',
	),
	event('verify_code.failed', 'One-Time Code Failed', 'No channel could deliver the code'),
	event('phone.subscribe', 'Recipient Subscribed', 'Somebody signed up with an opt-in form'),
	event('phone.unsubscribe', 'Recipient Unsubscribed', 'Somebody opted out with an opt-out form'),
	event(
		'sms.delivery',
		'SMS Delivery Report',
		'The delivery code of a message changed, which happens several times for some messages',
	),
	event(
		'sms.delivery.dryrun',
		'SMS Dry Run Report',
		'Somebody used Dry Run. All dry runs have the same ID.',
	),
	event('sms.incoming', 'SMS Received', 'A message or a reply arrived'),
];

/** Which events start the workflow; the panel of nodes lists each of them. */
export const triggerOn: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	options: [
		{
			name: 'All Events',
			value: ALL,
			description:
				'Everything LOX24 sends to this URL, including events that this node does not know',
		},
		...events,
	],
	default: [],
	description: 'The events that start the workflow; others are confirmed and ignored',
};

function event(value: string, name: string, description: string): INodePropertyOptions {
	const words = name.split(' ').map((word) => (word === 'SMS' ? word : word.toLowerCase()));
	return { name, value, description, action: `On ${words.join(' ')}` };
}
