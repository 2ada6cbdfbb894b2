import { optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { messageOptions } from '../../fields/message';
import { bulkView } from '../../fields/views';
import { bulkContent } from './content';

export const dryRun: Operation = {
	name: 'Dry Run',
	value: 'dryRun',
	action: 'Check a bulk message without sending it',
	description: 'Check a bulk without sending it or paying for it',
	routing: { request: { method: 'POST', url: '/bulks/dryrun' } },
	fields: [...bulkContent, simplify(bulkView), optionsWith(messageOptions)],
};
