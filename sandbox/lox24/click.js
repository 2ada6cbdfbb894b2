'use strict';

const { pathOfShortLink } = require('./campaign');

/** Visitors that take turns. */
const VISITORS = [
	{
		ip: '192.0.2.10',
		country: 'DE',
		user_agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1',
		browser: 'Safari',
		browser_version: '17.0',
		os: 'iOS',
		os_version: '17.0',
		software_type: 'browser',
		hardware_type: 'mobile',
	},
	{
		ip: '198.51.100.20',
		country: 'AT',
		user_agent: 'Mozilla/5.0 (Linux; Android 14) Chrome/120.0',
		browser: 'Chrome',
		browser_version: '120.0',
		os: 'Android',
		os_version: '14',
		software_type: 'browser',
		hardware_type: 'mobile',
	},
	{
		ip: '203.0.113.30',
		country: 'CH',
		user_agent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/121.0',
		browser: 'Firefox',
		browser_version: '121.0',
		os: 'Windows',
		os_version: '10',
		software_type: 'browser',
		hardware_type: 'computer',
	},
];

/**
 * Adds a click on a short link.
 * @param {object} state
 * @param {{ id: number, link: object, at: number, referer?: string|null, type?: number }} input at: unix seconds
 * @returns {object} the click in wire form
 */
function addClick(state, { id, link, at, referer = null, type = 1 }) {
	const click = {
		id,
		...VISITORS[id % VISITORS.length],
		url: link.url,
		date: at,
		referer,
		short_link: pathOfShortLink(link.short_code),
		type,
	};
	state.clicks.set(id, click);
	return click;
}

module.exports = { addClick };
