import { resource } from '../../../shared/description/resource';
import { get } from './get';
import { getAll } from './getAll';
import { getByCampaign } from './getByCampaign';

export const shortLink = resource('shortLink', [get, getAll, getByCampaign], 'getAll');
