import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { smsContent } from './content';
import { simplifySent } from './simplifySent';

export const dryRun: INodePropertyOptions = {
	name: 'Dry Run',
	value: 'dryRun',
	action: 'Check an SMS without sending',
	description: 'Check a message and get its price; nothing is sent or stored, but webhooks fire',
	routing: { request: { method: 'POST', url: '/sms/dryrun' } },
};

const displayOptions = showFor('sms', 'dryRun');

export const dryRunFields: INodeProperties[] = [
	...smsContent(displayOptions),
	simplifySent(displayOptions),
	{ ...options, displayOptions },
];
