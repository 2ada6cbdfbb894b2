import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { clickFilters } from '../clickFilters';
import { smsId } from '../locators';
import { clickView } from '../views';

export const getRequests: INodePropertyOptions = {
	name: 'Get Requests',
	value: 'getRequests',
	action: 'Get the single clicks of an SMS',
	description: 'Get every single click on the short link in a message',
	routing: {
		request: { method: 'GET', url: '/sms/{smsId}/requests', headers: { Accept: JSON_LD } },
	},
};

const displayOptions = showFor('smsClick', 'getRequests');

export const getRequestsFields: INodeProperties[] = [
	{ ...smsId, description: 'The message with the short link', displayOptions },
	...listFields(displayOptions),
	simplify(clickView, displayOptions),
	filterCollection(clickFilters, displayOptions),
	{ ...options, displayOptions },
];
