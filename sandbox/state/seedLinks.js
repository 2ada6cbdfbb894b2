'use strict';

const { addCampaign, addShortLink } = require('../lox24/campaign');
const { addClick } = require('../lox24/click');

const HOUR = 3600;
const DAY = 24 * HOUR;
const ORDER_READY = '44657141-9830-11ea-aa81-96000028b339';
const THANKS = '343c785b-8567-11ea-aa81-96000028b339';
const PRICES = '8481900d-86ce-11ea-aa81-96000028b339';

/**
 * Campaigns, short links in two of the messages, and clicks to start with.
 * @param {import('./state').State} state
 * @param {number} now unix seconds
 */
function seedLinks(state, now) {
	const prices = 'https://shop.example/prices';
	const order = 'https://shop.example/orders/17';
	addCampaign(
		state,
		{ type: 1, name: 'Price list', url: prices },
		{ code: 'pL7x', now: now - 8 * DAY },
	);
	addCampaign(
		state,
		{ type: 2, name: 'Newsletter sign-up', url: 'https://shop.example/news', group_id: 7116 },
		{ code: 'nW3s', now: now - 5 * DAY },
	);
	addCampaign(state, { type: 1, name: 'Orders', url: order }, { code: 'oR9d', now: now - 2 * DAY });

	const priceLink = addShortLink(state, {
		code: 'aB3',
		url: prices,
		campaign: 'pL7x',
		now: now - 7 * DAY,
	});
	const orderLink = addShortLink(state, {
		code: 'cD5',
		url: order,
		campaign: 'oR9d',
		now: now - DAY,
	});
	addShortLink(state, {
		code: 'eF7',
		url: 'https://shop.example/news',
		campaign: 'nW3s',
		now: now - 4 * DAY,
	});
	state.shortLinksOfSms.set(PRICES, new Set(['aB3']));
	state.shortLinksOfSms.set(ORDER_READY, new Set(['cD5']));
	state.shortLinksOfBulk.set(THANKS, new Set(['cD5']));

	addClick(state, { id: 9001, link: priceLink, at: now - 6 * DAY });
	addClick(state, {
		id: 9002,
		link: priceLink,
		at: now - 5 * DAY,
		referer: 'https://mail.example/',
	});
	addClick(state, { id: 9003, link: orderLink, at: now - DAY + HOUR, type: 2 });
}

module.exports = { seedLinks };
