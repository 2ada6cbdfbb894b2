import { resource } from '../../../shared/description/resource';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';

export const payment = resource('payment', [create, get, getAll], 'getAll');
