import { resource } from '../../../shared/description/resource';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';

export const fraudCheck = resource('fraudCheck', [create, remove, get, getAll], 'create');
