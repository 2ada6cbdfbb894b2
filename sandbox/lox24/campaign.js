'use strict';

const FIELDS = ['type', 'name', 'url', 'group_id'];

/**
 * Adds a short-link campaign.
 * @param {object} state
 * @param {object} input body of POST /short_link_campaigns
 * @param {{ code: string, now: number }} context now in unix seconds
 * @returns {object} the campaign in wire form; its code is its id
 */
function addCampaign(state, { type, name, url, group_id }, { code, now }) {
	const campaign = { id: code, type, name, url, created_at: now, group_id: group_id ?? null };
	state.campaigns.set(code, campaign);
	return campaign;
}

/**
 * Adds a short link.
 * @param {object} state
 * @param {{ code: string, url: string, campaign: string|null, now: number }} input campaign: its code; now in unix seconds
 * @returns {object} the short link in wire form
 */
function addShortLink(state, { code, url, campaign, now }) {
	const link = {
		short_code: code,
		url,
		updated_at: now,
		campaign: campaign === null ? null : pathOfCampaign(campaign),
		requests: `${pathOfShortLink(code)}/requests`,
	};
	state.shortLinks.set(code, link);
	return link;
}

const pathOfCampaign = (code) => `/short_link_campaigns/${code}`;
const pathOfShortLink = (code) => `/short_links/${code}`;

module.exports = { addCampaign, addShortLink, pathOfCampaign, pathOfShortLink, FIELDS };
