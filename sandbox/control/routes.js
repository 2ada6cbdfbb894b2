'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { guard } = require('./guard');
const { page } = require('./page');
const { overview, wholeState } = require('./views');

const OPENAPI = path.join(__dirname, '../openapi');

/**
 * The sandbox's own address space, `/_sandbox`: the same as the programmatic interface, over HTTP.
 * @param {import('fastify').FastifyInstance} app
 * @param {object} sandbox what startSandbox returns
 */
function addControlRoutes(app, sandbox) {
	const bodyOf = (request) => (request.body?.length > 0 ? JSON.parse(request.body) : {});
	const control = (method, url, work) =>
		app.route({
			method,
			url: `/_sandbox${url}`,
			onRequest: guard,
			handler: async (request, reply) => {
				try {
					return reply.send(await work(request, reply));
				} catch (error) {
					return reply.code(400).send({ error: error.message });
				}
			},
		});

	control('GET', '/', (request, reply) => {
		reply.type('text/html; charset=utf-8');
		return page();
	});
	app.get('/_sandbox', { onRequest: guard }, (request, reply) => reply.redirect('/_sandbox/'));
	control('GET', '/health', () => ({ status: 'ok', standIn: true, now: sandbox.clock.now() }));
	control('GET', '/journal', (request) => {
		const since = Number(request.query.since ?? 0);
		const entries = sandbox.journal.since(since);
		return request.query.limit ? entries.slice(-Number(request.query.limit)) : entries;
	});
	control('DELETE', '/journal', () => {
		sandbox.journal.clear();
		return { cleared: true };
	});
	control('GET', '/state', () => wholeState(sandbox.state));
	control('GET', '/overview', () => overview(sandbox));
	control('GET', '/faults', () => sandbox.faults.list());
	control('POST', '/faults', (request) => {
		const { pattern, ...fault } = sandbox.faults.add(bodyOf(request));
		return fault;
	});
	control('DELETE', '/faults', () => {
		sandbox.faults.clear();
		return { cleared: true };
	});
	control('GET', '/settings', () => sandbox.settings);
	control('PATCH', '/settings', (request) => sandbox.changeSettings(bodyOf(request)));
	control('POST', '/clock', (request) => ({ now: sandbox.clock.advance(bodyOf(request).advance) }));
	control('POST', '/calls', (request) => sandbox.ring(bodyOf(request)));
	control('GET', '/notifications', () => sandbox.notifications.list());
	control('POST', '/notifications', (request) => sandbox.notifications.add(bodyOf(request)));
	control('DELETE', '/notifications/:id', (request) => {
		sandbox.notifications.remove(request.params.id);
		return { removed: true };
	});
	control('POST', '/incomings', (request) => sandbox.receiveSms(bodyOf(request)));
	for (const [url, happen] of [
		['/forms', sandbox.submitForm],
		['/emails', sandbox.receiveEmail],
	]) {
		control('POST', url, (request) => {
			happen(bodyOf(request));
			return { happened: true };
		});
	}
	control('POST', '/fill', (request) => sandbox.fill(bodyOf(request)));
	control('POST', '/reset', (request) => {
		sandbox.reset(bodyOf(request));
		return { reset: true };
	});
	for (const file of ['lox24.yaml', 'voipnow.yaml']) {
		control('GET', `/openapi/${file}`, (request, reply) => {
			reply.type('application/yaml; charset=utf-8');
			return fs.createReadStream(path.join(OPENAPI, file));
		});
	}
	app.all('/_sandbox/*', { onRequest: guard }, (request, reply) =>
		reply.code(404).send({ error: 'There is no such address in the sandbox' }),
	);
}

module.exports = { addControlRoutes };
