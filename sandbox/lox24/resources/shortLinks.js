'use strict';

const { pathOfShortLink } = require('../campaign');
const { select } = require('../filters');
const { find } = require('../find');
const { one, page } = require('../presentation');

const pathOf = ({ short_code }) => pathOfShortLink(short_code);

/** Handlers of the short links. */
const shortLinks = {
	'shortLinks.list': ({ state, query }) =>
		page(
			'short_links',
			select(state.shortLinks.values(), query, { newestBy: 'updated_at' }),
			pathOf,
		),
	'shortLinks.get': ({ state, params }) => {
		const link = find(state.shortLinks, params.shortCode);
		return one('short_links', pathOf(link), link);
	},
};

module.exports = { shortLinks };
