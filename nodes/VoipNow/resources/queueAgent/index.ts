import { resource } from '../../../shared/description/resource';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const queueAgent = resource('queueAgent', [get, getAll, update], 'getAll');
