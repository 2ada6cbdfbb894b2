import { resource } from '../../../shared/description/resource';
import { download } from './download';
import { get } from './get';
import { getAll } from './getAll';

export const invoice = resource('invoice', [download, get, getAll], 'getAll');
