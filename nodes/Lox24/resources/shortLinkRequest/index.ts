import { resource } from '../../../shared/description/resource';
import { get } from './get';
import { getAll } from './getAll';
import { getByShortLink } from './getByShortLink';

export const shortLinkRequest = resource(
	'shortLinkRequest',
	[get, getAll, getByShortLink],
	'getAll',
);
