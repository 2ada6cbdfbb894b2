import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { campaignCode } from '../../fields/locators';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a short link campaign',
	description: 'Delete a campaign',
	routing: { request: { method: 'DELETE', url: '/short_link_campaigns/{campaignCode}' } },
	fields: [{ ...campaignCode, description: 'The campaign to delete' }, options],
};
