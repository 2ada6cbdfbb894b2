'use strict';

const NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests to the control routes that a page from elsewhere has sent: by its origin, or by a name that
 * was made to point to this computer (DNS rebinding).
 * @param {import('fastify').FastifyRequest} request
 * @param {import('fastify').FastifyReply} reply
 */
async function guard({ headers, raw }, reply) {
	const { localPort } = raw.socket;
	const encrypted = 'encrypted' in raw.socket;
	const host = headers.host?.toLowerCase();
	const isStandardPort = localPort === (encrypted ? 443 : 80);
	const isOwnHost = NAMES.some(
		(name) => host === `${name}:${localPort}` || (isStandardPort && host === name),
	);
	if (!isOwnHost) return refuse(reply, 'Host is not the sandbox');
	const origin = `${encrypted ? 'https' : 'http'}://${host}`;
	if (headers.origin !== undefined && headers.origin !== origin)
		return refuse(reply, 'Origin is not the sandbox');
}

function refuse(reply, error) {
	return reply.code(403).send({ error });
}

module.exports = { guard };
