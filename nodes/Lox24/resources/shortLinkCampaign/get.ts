import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { campaignCode } from '../../fields/locators';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a short link campaign',
	description: 'Get one campaign',
	routing: { request: { method: 'GET', url: '/short_link_campaigns/{campaignCode}' } },
	fields: [{ ...campaignCode, description: 'The campaign to get' }, options],
};
