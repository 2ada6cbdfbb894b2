import { resource } from '../../../shared/description/resource';
import { get } from './get';

export const paymentMethod = resource('paymentMethod', [get], 'get');
