import { resource } from '../../../shared/description/resource';
import { getAll } from './getAll';
import { getStats } from './getStats';

export const cdr = resource('cdr', [getAll, getStats], 'getAll');
