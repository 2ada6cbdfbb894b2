import { resource } from '../../../shared/description/resource';
import { get } from './get';
import { getAll } from './getAll';
import { getRequests } from './getRequests';

export const smsClick = resource('smsClick', [get, getAll, getRequests], 'getAll');
