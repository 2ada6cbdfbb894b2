import { resource } from '../../../shared/description/resource';
import { cancel } from './cancel';
import { create } from './create';
import { remove } from './delete';
import { dryRun } from './dryRun';
import { get } from './get';
import { getAll } from './getAll';
import { getRequests } from './getRequests';
import { getStatus } from './getStatus';

export const bulk = resource(
	'bulk',
	[cancel, create, remove, dryRun, get, getAll, getRequests, getStatus],
	'create',
);
