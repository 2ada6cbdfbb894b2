import type { Operation } from '../../../shared/description/resource';
import { optionsWith } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { bulkView } from '../views';
import { messageOptions } from '../message';
import { bulkContent } from './content';

export const dryRun: Operation = {
	name: 'Dry Run',
	value: 'dryRun',
	action: 'Check a bulk message without sending it',
	description: 'Check a bulk without sending it or paying for it',
	routing: { request: { method: 'POST', url: '/bulks/dryrun' } },
	fields: [...bulkContent, simplify(bulkView), optionsWith(messageOptions)],
};
