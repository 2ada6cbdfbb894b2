import { resource } from '../../../shared/description/resource';
import { batchCancel } from './batchCancel';
import { batchDelete } from './batchDelete';
import { remove } from './delete';
import { dryRun } from './dryRun';
import { get } from './get';
import { getAll } from './getAll';
import { send } from './send';
import { sendAndWait } from './sendAndWait';

export const sms = resource(
	'sms',
	[batchCancel, batchDelete, remove, dryRun, get, getAll, send, sendAndWait],
	'send',
);
