'use strict';

const { pathOfCampaign, pathOfShortLink } = require('../campaign');
const { select } = require('../filters');
const { find } = require('../find');
const { one, page } = require('../presentation');
const { Problem } = require('../problem');

const pathOf = ({ id }) => `/short_link_requests/${id}`;
const pathOfCount = ({ uuid }) => `/sms/${uuid}/clicks`;

/** Handlers of the clicks on short links, one by one and counted per message. */
const clicks = {
	'sms.clicks.list': ({ state, query }) => {
		const counts = countsByLink(state);
		const messages = [...state.shortLinksOfSms.keys()].map((uuid) => countOf(state, uuid, counts));
		return page('sms_clicks', select(messages, query), pathOfCount);
	},
	'sms.clicks.get': ({ state, params }) => {
		find(state.sms, params.uuid);
		if (!state.shortLinksOfSms.has(params.uuid)) throw new Problem(404, 'Not Found');
		const count = countOf(state, params.uuid, countsByLink(state));
		return one('sms_clicks', pathOfCount(count), count);
	},
	// Unlike the count, the list of a message without a short link is just empty.
	'sms.requests.list': ({ state, params, query }) => {
		find(state.sms, params.uuid);
		return clicksOn(state.shortLinksOfSms.get(params.uuid) ?? [], state, query);
	},
	// Links in the text of the bulk, and those of its messages.
	'bulks.requests': ({ state, params, query }) => {
		find(state.bulks, params.id);
		const codes = [...(state.shortLinksOfBulk.get(params.id) ?? [])];
		for (const [uuid, ofMessage] of state.shortLinksOfSms)
			if (state.sms.get(uuid)?.bulk_id === params.id) codes.push(...ofMessage);
		return clicksOn(codes, state, query);
	},
	'shortLinkCampaigns.requests': ({ state, params, query }) => {
		const path = pathOfCampaign(find(state.campaigns, params.code).id);
		const links = [...state.shortLinks.values()].filter(({ campaign }) => campaign === path);
		return clicksOn(
			links.map(({ short_code }) => short_code),
			state,
			query,
		);
	},
	'shortLinks.requests': ({ state, params, query }) => {
		find(state.shortLinks, params.shortCode);
		return clicksOn([params.shortCode], state, query);
	},
	'shortLinkRequests.list': ({ state, query }) => pageOf([...state.clicks.values()], query),
	'shortLinkRequests.get': ({ state, params }) => {
		const click = find(state.clicks, params.id);
		return one('short_link_requests', pathOf(click), click);
	},
};

function clicksOn(codes, state, query) {
	const links = new Set([...codes].map(pathOfShortLink));
	return pageOf(
		[...state.clicks.values()].filter(({ short_link }) => links.has(short_link)),
		query,
	);
}

function pageOf(found, query) {
	return page('short_link_requests', select(found, query, { newestBy: 'date' }), pathOf);
}

function countsByLink(state) {
	const counts = new Map();
	for (const { short_link } of state.clicks.values())
		counts.set(short_link, (counts.get(short_link) ?? 0) + 1);
	return counts;
}

function countOf(state, uuid, counts) {
	const links = [...state.shortLinksOfSms.get(uuid)].map(pathOfShortLink);
	return {
		uuid,
		created_at: state.sms.get(uuid).created_at,
		requests_count: links.reduce((sum, link) => sum + (counts.get(link) ?? 0), 0),
	};
}

module.exports = { clicks };
