import { resource } from '../../../shared/description/resource';
import { getAll } from './getAll';

export const presence = resource('presence', [getAll], 'getAll');
