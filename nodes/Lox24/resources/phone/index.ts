import { resource } from '../../../shared/description/resource';
import { create } from './create';
import { createBatch } from './createBatch';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const phone = resource(
	'phone',
	[create, createBatch, remove, get, getAll, update],
	'createBatch',
);
