import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { campaignName, groupOfCampaign } from './fields';

export const createSubscribe: Operation = {
	name: 'Create Subscribe',
	value: 'createSubscribe',
	action: 'Create a short link to a form for joining a group',
	description:
		'Create a campaign that leads to an opt-in form; whoever submits it joins the group. Its ID goes into a text as [slink ID].',
	routing: { request: { method: 'POST', url: '/short_link_campaigns/subscribe' } },
	fields: [campaignName, groupOfCampaign(true), options],
};
