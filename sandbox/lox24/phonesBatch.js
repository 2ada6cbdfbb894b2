'use strict';

const Ajv = require('ajv').default;
const { bodyFaults } = require('../contract/requestChecker');
const { find } = require('./find');
const { addPhone } = require('./phoneEntry');
const { invalid } = require('./problem');

/** Row checks by schema object, compiled once. */
const compiled = new WeakMap();

/**
 * Adds the rows that are right and says of each row what became of it. The whole request succeeds.
 * @param {object} call see service.js
 * @returns {() => object} the response in the container that the settings ask for
 */
function addBatch(call) {
	const { state, params, body, contract, settings, isLd, path } = call;
	find(state.groups, params.id);
	const check = rowCheck(contract.document.components.schemas.PhoneInput);
	const outcomes = body.map((row) => {
		if (check(row)) return { status: 201, body: { ...addPhone(state, params.id, row) } };
		return { status: 400, body: invalid(bodyFaults(check.errors)).toJson() };
	});
	return () => ({ status: 201, body: contain(outcomes, settings.batchContainer, isLd, path) });
}

function rowCheck(schema) {
	if (!compiled.has(schema))
		compiled.set(schema, new Ajv({ strict: false, allErrors: true }).compile(schema));
	return compiled.get(schema);
}

/** The documentation leaves the container open, see the contract. */
function contain(outcomes, container, isLd, path) {
	if (container === 'object') return { ...outcomes };
	if (container === 'member')
		return { '@id': path, '@type': 'Collection', member: outcomes, totalItems: outcomes.length };
	if (container === 'hydra' || isLd) {
		return {
			'@context': '/contexts/phones',
			'@id': path,
			'@type': 'hydra:Collection',
			'hydra:member': outcomes,
			'hydra:totalItems': outcomes.length,
		};
	}
	return outcomes;
}

module.exports = { addBatch };
