'use strict';

const { STATUS_CODES } = require('node:http');

/**
 * Ways to answer that the framework does not have. Until the client leaves, hang: nothing comes; drip: the body
 * comes byte by byte; interim: a status below 200 is all that comes. reset: the connection is closed.
 * @typedef {'hang'|'drip'|'interim'|'reset'} How
 * @param {import('fastify').FastifyReply} reply
 * @param {{ how?: How, status?: number, headers?: object, text?: string, interval?: number }} response
 */
function sendOddly(reply, { how, status, headers, text, interval }) {
	reply.hijack();
	const { raw } = reply;
	if (raw.destroyed) return;
	if (how === 'reset') {
		// An encrypted connection cannot be reset; the client sees it end in either case.
		if ('encrypted' in raw.socket) raw.socket.destroy();
		else raw.socket.resetAndDestroy();
	}
	if (how === 'interim') raw.socket.write(headOf(status, headers));
	if (how === 'drip') {
		raw.writeHead(status, headers).flushHeaders();
		drip(raw, Buffer.from(text), interval);
	}
}

/** The rest is spaces, which JSON allows after its end. */
function drip(raw, bytes, interval) {
	let next = 0;
	const timer = setInterval(() => {
		raw.write(next < bytes.length ? bytes.subarray(next, next + 1) : ' ');
		next += 1;
	}, interval);
	raw.once('close', () => clearInterval(timer));
}

function headOf(status, headers) {
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
	return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`;
}

module.exports = { sendOddly };
