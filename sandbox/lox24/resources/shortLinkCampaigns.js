'use strict';

const { randomBytes } = require('node:crypto');
const { addCampaign, pathOfCampaign, pathOfShortLink, FIELDS } = require('../campaign');
const { select } = require('../filters');
const { find } = require('../find');
const { deleted, one, page } = require('../presentation');
const { Problem } = require('../problem');

const pathOf = ({ id }) => pathOfCampaign(id);

/** Handlers of the short-link campaigns. */
const shortLinkCampaigns = {
	'shortLinkCampaigns.list': ({ state, query }) =>
		page('short_link_campaigns', select(state.campaigns.values(), query), pathOf),
	'shortLinkCampaigns.create': ({ state, body, now }) => created(state, body, newCode(), now),
	'shortLinkCampaigns.subscribe': ({ state, body, now }) => form('subscribe', state, body, now),
	'shortLinkCampaigns.unsubscribe': ({ state, body, now }) => form('unsubscribe', state, body, now),
	'shortLinkCampaigns.get': ({ state, params }) => {
		const campaign = find(state.campaigns, params.code);
		return one('short_link_campaigns', pathOf(campaign), campaign);
	},
	// Not stated whether a PUT replaces or merges: a group that is not named stays.
	'shortLinkCampaigns.update': ({ state, params, body }) => {
		const campaign = find(state.campaigns, params.code);
		for (const field of FIELDS) if (field in body) campaign[field] = body[field];
		return one('short_link_campaigns', pathOf(campaign), campaign);
	},
	// Its short links stay, without a campaign: their field for it may be null.
	'shortLinkCampaigns.delete': ({ state, params }) => {
		const campaign = find(state.campaigns, params.code);
		for (const link of linksOf(state, campaign)) link.campaign = null;
		state.campaigns.delete(params.code);
		return deleted;
	},
	'shortLinkCampaigns.shortLinks': ({ state, params, query }) => {
		const links = linksOf(state, find(state.campaigns, params.code));
		return page('short_links', select(links, query, { newestBy: 'updated_at' }), (link) =>
			pathOfShortLink(link.short_code),
		);
	},
};

function created(state, body, code, now) {
	if (body.group_id && !state.groups.has(body.group_id))
		throw new Problem(422, `group_id: there is no group ${body.group_id}`);
	const campaign = addCampaign(state, body, { code, now });
	return one('short_link_campaigns', pathOf(campaign), campaign, 201);
}

/** Leads to a form of the service. Which type it has is not documented. */
function form(kind, state, { name, group_id }, now) {
	const code = newCode();
	const url = `https://links.example/${kind}/${code}`;
	return created(state, { type: 1, name, url, group_id }, code, now);
}

function linksOf(state, campaign) {
	return [...state.shortLinks.values()].filter((link) => link.campaign === pathOf(campaign));
}

function newCode() {
	return randomBytes(4).toString('hex');
}

module.exports = { shortLinkCampaigns };
