import { resource } from '../../../shared/description/resource';
import { create } from './create';
import { createSubscribe } from './createSubscribe';
import { createUnsubscribe } from './createUnsubscribe';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getRequests } from './getRequests';
import { update } from './update';

export const shortLinkCampaign = resource(
	'shortLinkCampaign',
	[create, createSubscribe, createUnsubscribe, remove, get, getAll, getRequests, update],
	'getAll',
);
