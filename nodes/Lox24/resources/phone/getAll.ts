import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { groupId } from '../locators';
import { phoneView } from '../views';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many phones',
	description: 'Get the entries of a contact group',
	routing: {
		request: { method: 'GET', url: '/groups/{groupId}/phones', headers: { Accept: JSON_LD } },
	},
};

const displayOptions = showFor('phone', 'getAll');

export const getAllFields: INodeProperties[] = [
	{ ...groupId, description: 'The contact group whose entries to get', displayOptions },
	...listFields(displayOptions),
	simplify(phoneView, displayOptions),
	{ ...options, displayOptions },
];
