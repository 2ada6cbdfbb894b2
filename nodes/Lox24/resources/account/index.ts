import { resource } from '../../../shared/description/resource';
import { get } from './get';

export const account = resource('account', [get], 'get');
