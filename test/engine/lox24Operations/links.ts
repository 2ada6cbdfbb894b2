import { byId } from '../given';
import type { OperationCase } from '../operationMatrix';
import { all, between, clicks, clicksQuery, NEW_YEAR, on, range, UUID } from './given';

/** Of the list of all clicks and of those on one short link. */
const linkClicks = { ...clicks, browserVersion: '1' };

const linkClicksQuery = clicksQuery.replace('&', '&browser_version=1&');

export const links: OperationCase[] = [
	{
		id: 'sms.clicks.list',
		parameters: on('smsClick', 'getAll', {
			...all,
			filters: {
				requestsCount: [1, 2],
				requestsCountRange: { range: { from: '1', to: '' } },
				createdAt: [NEW_YEAR.iso],
				createdAtRange: range,
				orderCreatedAt: 'asc',
			},
		}),
		method: 'GET',
		url: `/sms/clicks?requests_count[]=1&requests_count[]=2&requests_count[gte]=1&created_at=1767222000&_order[created_at]=asc&created_at[between]=${between}`,
		lists: true,
	},
	{
		id: 'sms.clicks.get',
		parameters: on('smsClick', 'get', { smsId: byId(UUID) }),
		method: 'GET',
		url: `/sms/${UUID}/clicks`,
	},
	{
		id: 'sms.requests.list',
		parameters: on('smsClick', 'getRequests', { ...all, smsId: byId(UUID), filters: clicks }),
		method: 'GET',
		url: `/sms/${UUID}/requests?${clicksQuery}`,
		lists: true,
	},
	{
		id: 'shortLinkCampaigns.list',
		parameters: on('shortLinkCampaign', 'getAll', {
			...all,
			filters: {
				createdAt: [NEW_YEAR.iso],
				createdAtRange: range,
				name: 'Spring',
				orderCreatedAt: 'asc',
				type: [1],
				url: 'example',
			},
		}),
		method: 'GET',
		url: `/short_link_campaigns?created_at=1767222000&name=Spring&_order[created_at]=asc&type=1&url=example&created_at[between]=${between}`,
		lists: true,
	},
	{
		id: 'shortLinkCampaigns.create',
		parameters: on('shortLinkCampaign', 'create', {
			name: 'Spring',
			url: 'https://example.com/offer',
			type: 2,
			additionalFields: { groupId: byId('7116') },
		}),
		method: 'POST',
		url: '/short_link_campaigns',
		body: { name: 'Spring', url: 'https://example.com/offer', type: 2, group_id: 7116 },
	},
	{
		id: 'shortLinkCampaigns.get',
		parameters: on('shortLinkCampaign', 'get', { campaignCode: byId('aB3x') }),
		method: 'GET',
		url: '/short_link_campaigns/aB3x',
	},
	{
		id: 'shortLinkCampaigns.update',
		parameters: on('shortLinkCampaign', 'update', {
			campaignCode: byId('aB3x'),
			name: 'Summer',
			url: 'https://example.com/offer',
			type: 1,
			updateFields: { groupId: byId('7116') },
		}),
		method: 'PUT',
		url: '/short_link_campaigns/aB3x',
		body: { name: 'Summer', url: 'https://example.com/offer', type: 1, group_id: 7116 },
	},
	{
		id: 'shortLinkCampaigns.delete',
		parameters: on('shortLinkCampaign', 'delete', { campaignCode: byId('aB3x') }),
		method: 'DELETE',
		url: '/short_link_campaigns/aB3x',
	},
	{
		id: 'shortLinkCampaigns.subscribe',
		parameters: on('shortLinkCampaign', 'createSubscribe', {
			name: 'Join',
			groupId: byId('7116'),
		}),
		method: 'POST',
		url: '/short_link_campaigns/subscribe',
		body: { name: 'Join', group_id: 7116 },
	},
	{
		id: 'shortLinkCampaigns.unsubscribe',
		parameters: on('shortLinkCampaign', 'createUnsubscribe', { name: 'Leave', groupId: byId('') }),
		method: 'POST',
		url: '/short_link_campaigns/unsubscribe',
		body: { name: 'Leave', group_id: null },
	},
	{
		id: 'shortLinkCampaigns.requests',
		parameters: on('shortLinkCampaign', 'getRequests', {
			...all,
			campaignCode: byId('aB3x'),
			filters: clicks,
		}),
		method: 'GET',
		url: `/short_link_campaigns/aB3x/requests?${clicksQuery}`,
		lists: true,
	},
	{
		id: 'shortLinkCampaigns.shortLinks',
		parameters: on('shortLink', 'getByCampaign', { ...all, campaignCode: byId('aB3x') }),
		method: 'GET',
		url: '/short_link_campaigns/aB3x/short_links',
		lists: true,
	},
	{
		id: 'shortLinks.list',
		parameters: on('shortLink', 'getAll', {
			...all,
			filters: {
				orderUpdatedAt: 'asc',
				updatedAt: [NEW_YEAR.iso],
				updatedAtRange: range,
				url: 'example',
			},
		}),
		method: 'GET',
		url: `/short_links?_order[updated_at]=asc&updated_at=1767222000&url=example&updated_at[between]=${between}`,
		lists: true,
	},
	{
		id: 'shortLinks.get',
		parameters: on('shortLink', 'get', { shortCode: byId('aB3x') }),
		method: 'GET',
		url: '/short_links/aB3x',
	},
	{
		id: 'shortLinks.requests',
		parameters: on('shortLinkRequest', 'getByShortLink', {
			...all,
			shortCode: byId('aB3x'),
			filters: linkClicks,
		}),
		method: 'GET',
		url: `/short_links/aB3x/requests?${linkClicksQuery}`,
		lists: true,
	},
	{
		id: 'shortLinkRequests.list',
		parameters: on('shortLinkRequest', 'getAll', { ...all, filters: linkClicks }),
		method: 'GET',
		url: `/short_link_requests?${linkClicksQuery}`,
		lists: true,
	},
	{
		id: 'shortLinkRequests.get',
		parameters: on('shortLinkRequest', 'get', { clickId: byId('17') }),
		method: 'GET',
		url: '/short_link_requests/17',
	},
];
