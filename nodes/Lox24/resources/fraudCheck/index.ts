import { resource } from '../../../shared/description/resource';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';

export const fraudCheck = resource('fraudCheck', [create, get, getAll], 'create');
