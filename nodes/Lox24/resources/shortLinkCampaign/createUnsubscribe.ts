import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { campaignName, groupOfCampaign } from './fields';

export const createUnsubscribe: Operation = {
	name: 'Create Unsubscribe',
	value: 'createUnsubscribe',
	action: 'Create a short link to a form for unsubscribing',
	description:
		'Create a campaign that leads to an opt-out form; whoever submits it becomes a blocked number. Its ID goes into a text as [slink ID].',
	routing: { request: { method: 'POST', url: '/short_link_campaigns/unsubscribe' } },
	fields: [campaignName, groupOfCampaign(true), options],
};
