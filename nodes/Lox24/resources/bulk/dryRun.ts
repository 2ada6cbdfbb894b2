import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { bulkView } from '../views';
import { bulkContent } from './content';

export const dryRun: INodePropertyOptions = {
	name: 'Dry Run',
	value: 'dryRun',
	action: 'Check a bulk without sending',
	description:
		'Check a bulk and get its price; nothing is sent. The address of this endpoint is inferred from the one for SMS.',
	routing: { request: { method: 'POST', url: '/bulks/dryrun' } },
};

const displayOptions = showFor('bulk', 'dryRun');

export const dryRunFields: INodeProperties[] = [
	...bulkContent(displayOptions),
	simplify(bulkView, displayOptions),
	{ ...options, displayOptions },
];
