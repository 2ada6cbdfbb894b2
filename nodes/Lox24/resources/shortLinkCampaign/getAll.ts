import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { JSON_LD } from '../../api/jsonLd';
import { campaignFilters } from './filters';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many short link campaigns',
	description: 'Get the campaigns, newest first',
	routing: {
		request: { method: 'GET', url: '/short_link_campaigns', headers: { Accept: JSON_LD } },
	},
	fields: [...listFields, filterCollection(campaignFilters), options],
};
