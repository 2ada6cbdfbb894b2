import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyText, inBody } from '../../../shared/description/fields';
import { kind, webAddress } from '../../../shared/input/kind';
import { groupId, optional } from '../../fields/locators';
import { campaignGroup } from './campaignGroup';

/** Name of a campaign, up to 100 characters. */
export const campaignName: INodeProperties = bodyText(
	{
		displayName: 'Name',
		name: 'name',
		required: true,
		placeholder: 'e.g. Spring sale',
		description: 'Up to 100 characters',
	},
	'name',
	100,
);

/** The group that belongs to a campaign; for a subscribe campaign the one that people join. */
export function groupOfCampaign(orNull = false): INodeProperties {
	return {
		...optional(groupId),
		description: 'The contact group that belongs to the campaign',
		routing: { send: { type: 'body', property: 'group_id', preSend: [campaignGroup(orNull)] } },
	};
}

/** Campaign `type` (docs/api/lox24.md, "Placeholders and short links"). */
export const campaignTypes: INodePropertyOptions[] = [
	{
		name: 'Simple',
		value: 1,
		description: 'One link for all messages, free of charge: counts clicks',
	},
	{
		name: 'Advanced',
		value: 2,
		description: 'One link for each message, 0.005 EUR each: also shows who clicked',
	},
];

/** What creating and editing a campaign have in common; LOX24 requires all three each time. */
export const campaignFields: INodeProperties[] = [
	campaignName,
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/offer',
		description: 'Where the short links lead',
		routing: { send: { type: 'body', property: 'url', preSend: [kind(webAddress)] } },
	},
	inBody(
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: campaignTypes,
			default: 1,
			required: true,
			description: 'Whether all messages share a link, or each has its own',
		},
		'type',
	),
];
