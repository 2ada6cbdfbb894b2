import { clearEmptyFields, optionsWith, updateFields } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { campaignCode } from '../../fields/locators';
import { campaignFields, groupOfCampaign } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Change a short link campaign',
	description: 'Change a campaign',
	routing: { request: { method: 'PUT', url: '/short_link_campaigns/{campaignCode}' } },
	fields: [
		{ ...campaignCode, description: 'The campaign to change' },
		...campaignFields,
		updateFields([groupOfCampaign()]),
		optionsWith([clearEmptyFields]),
	],
};
