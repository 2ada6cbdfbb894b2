import { resource } from '../../../shared/description/resource';
import { send } from './send';

export const fax = resource('fax', [send], 'send');
