import { additionalFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { campaignFields, groupOfCampaign } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a short link campaign',
	description:
		'Create a campaign of short links. Its ID goes into the text of an SMS or a bulk as [slink ID].',
	routing: { request: { method: 'POST', url: '/short_link_campaigns' } },
	fields: [...campaignFields, additionalFields([groupOfCampaign()]), options],
};
