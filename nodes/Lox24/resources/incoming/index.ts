import { resource } from '../../../shared/description/resource';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';

export const incoming = resource('incoming', [remove, get, getAll], 'getAll');
