import { resource } from '../../../shared/description/resource';
import { create } from './create';
import { remove } from './delete';
import { exportPhones } from './exportPhones';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const group = resource(
	'group',
	[create, remove, exportPhones, get, getAll, update],
	'getAll',
);
