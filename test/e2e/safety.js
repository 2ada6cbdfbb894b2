const { checkAgents } = require('./safety/agents');
const { checkCrash } = require('./safety/crash');
const { checkLimits } = require('./safety/limits');
const { checkOnce } = require('./safety/once');
const { checkOutputs } = require('./safety/outputs');
const { createProduction } = require('./safety/production');
const { checkRetry } = require('./safety/retry');

const PARTS = [checkRetry, checkOnce, checkOutputs, checkLimits, checkCrash, checkAgents];

/** The promises about sends and failures, which depend on n8n as much as on the nodes. */
async function checkSafety(checks, name, demo) {
	const production = createProduction(demo);
	for (const part of PARTS) await part(checks, name, demo, production);
	demo.sandbox.reset();
}

module.exports = { checkSafety };
