const { checkLox24Trigger } = require('./triggers/lox24');
const { checkPolling } = require('./triggers/polling');
const { checkVoipNowTrigger } = require('./triggers/voipNow');
const { checkVoipNowRestarts } = require('./triggers/voipNowRestarts');

/** Each gets the checks, the version of n8n and the demo, and leaves nothing published behind. */
const PARTS = [checkLox24Trigger, checkPolling, checkVoipNowTrigger, checkVoipNowRestarts];

/** The triggers in a real n8n: published, called by the services, unpublished. */
async function checkTriggers(checks, name, demo) {
	for (const part of PARTS) await part(checks, name, demo);
	demo.sandbox.reset();
}

module.exports = { checkTriggers };
