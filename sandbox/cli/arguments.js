'use strict';

const { parseArgs } = require('node:util');
const { KINDS, KNOWN } = require('../server/faults');
const { NUMBERS, createSettings } = require('../server/settings');

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	port: { type: 'string', default: '8024' },
	latency: { type: 'string', default: '0' },
	fault: { type: 'string', multiple: true, default: [] },
	'batch-container': { type: 'string' },
	'cancel-count-key': { type: 'string' },
	'event-update-response': { type: 'string' },
	'numbers-as': { type: 'string' },
	https: { type: 'boolean', default: false },
	set: { type: 'string', multiple: true, default: [] },
	help: { type: 'boolean', short: 'h', default: false },
};

/**
 * @param {string[]} argv arguments without node and script
 * @returns {{ help: boolean, port: number, latency: number, https: boolean, faults: object[], settings: object }} latency in milliseconds
 * @throws {Error} with a message for the person who typed it
 */
function readArguments(argv) {
	const { values } = parseArgs({ args: argv, options: OPTIONS });
	/** @type {Record<string, any>} */
	const settings = {
		batchContainer: values['batch-container'],
		cancelCountKey: values['cancel-count-key'],
		eventUpdateResponse: values['event-update-response'] && Number(values['event-update-response']),
		numbersAs: values['numbers-as'],
		...Object.fromEntries(values.set.map(readSetting)),
	};
	for (const name of Object.keys(settings)) if (settings[name] === undefined) delete settings[name];
	createSettings().change(settings);
	return {
		help: values.help,
		https: values.https,
		port: number('--port', values.port, 65535),
		latency: number('--latency', values.latency, 600_000),
		faults: values.fault.map(readFault),
		settings,
	};
}

function number(name, text, most) {
	const value = Number(text);
	if (!/^\d+$/.test(text) || value > most)
		throw new Error(`${name} must be a whole number from 0 to ${most}, not "${text}"`);
	return value;
}

/**
 * @param {string} text name and value of a setting; for example `voipNowTokenLife=60`
 * @returns {[string, string|number]}
 */
function readSetting(text) {
	const [, name, value] = /^(\w+)=(.+)$/.exec(text) ?? [];
	if (!name) throw new Error(`--set "${text}" is not understood. Write name=value`);
	return [name, name in NUMBERS || /^\d+$/.test(value) ? Number(value) : value];
}

/**
 * @param {string} text method, path, status or kind, and how often; for example `PUT /phones/* 502 2`
 * @returns {import('../server/faults').Fault}
 */
function readFault(text) {
	const [method, path, what, times = '1', ...rest] = text.trim().split(/\s+/);
	const status = /^[1-5]\d\d$/.test(what ?? '') ? Number(what) : undefined;
	if (
		rest.length > 0 ||
		(status === undefined && !KINDS.includes(what)) ||
		!/^(\d+|always)$/.test(times)
	) {
		throw new Error(
			`--fault "${text}" is not understood. Write method, path, status or one of ${KNOWN}, and how often: "PUT /phones/* 502 2"`,
		);
	}
	return {
		method,
		path,
		kind: status ? 'status' : what,
		...(status && { status }),
		times: times === 'always' ? times : Number(times),
	};
}

module.exports = { readArguments, readFault };
