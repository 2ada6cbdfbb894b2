'use strict';

/** Rule ids as the service's framework names them. */
const RULES = {
	missing: ['c1051bb4-d103-4f74-8988-acbcafc7fdc3', 'This value should not be blank.'],
	maxLength: [
		'd94b19cc-114f-4f44-9cc4-4138e80a87b9',
		'This value is too long. It should have {limit} characters or less.',
	],
	minLength: [
		'9ff3fdc4-b214-49db-8718-39c315e33d45',
		'This value is too short. It should have {limit} characters or more.',
	],
	pattern: ['de1e3db3-5ed4-4941-aae4-59f3667cc3a3', 'This value is not valid.'],
	type: ['ba785a8c-82cb-4283-967c-3cf342181b40', 'This value has the wrong type.'],
	enum: ['8e179f1b-97aa-4560-a02f-2a8b42e49df7', 'The value you selected is not a valid choice.'],
	minimum: ['ea4e51d1-3342-48bd-87f1-9e672cd90cad', 'This value should be {limit} or more.'],
};

/** A response that is not a success. Handlers throw it. */
class Problem extends Error {
	/**
	 * @param {number} status HTTP status
	 * @param {string} detail what is wrong, for people
	 * @param {{ propertyPath: string, message: string, code: string }[]} [violations]
	 */
	constructor(status, detail, violations) {
		super(detail);
		this.status = status;
		this.violations = violations;
	}

	/** @returns {object} body for application/json */
	toJson() {
		return {
			type: 'https://tools.ietf.org/html/rfc2616#section-10',
			title: 'An error occurred',
			detail: this.message,
			...(this.violations && { violations: this.violations }),
		};
	}

	/** @returns {object} body for application/ld+json */
	toHydra() {
		return {
			'@context': this.violations ? '/contexts/ConstraintViolationList' : '/contexts/Error',
			'@type': this.violations ? 'ConstraintViolationList' : 'hydra:Error',
			'hydra:title': 'An error occurred',
			'hydra:description': this.message,
			...(this.violations && { violations: this.violations }),
		};
	}
}

/**
 * @param {string} propertyPath wire name of the field
 * @param {string} rule key of RULES
 * @param {number} [limit]
 * @returns {{ propertyPath: string, message: string, code: string }}
 */
function violation(propertyPath, rule, limit) {
	const [code, message] = RULES[rule] ?? RULES.pattern;
	return { propertyPath, message: message.replace('{limit}', String(limit)), code };
}

/**
 * @param {import('../contract/requestChecker').RequestFault[]} faults
 * @param {number} [status] 400, or 422 where the documentation lists no 400
 * @returns {Problem}
 */
function invalid(faults, status = 400) {
	const seen = new Set();
	const violations = [];
	for (const fault of faults) {
		if (seen.has(fault.field)) continue;
		seen.add(fault.field);
		const isBlank = fault.missing || (fault.keyword === 'minLength' && fault.limit === 1);
		violations.push(violation(fault.field, isBlank ? 'missing' : fault.keyword, fault.limit));
	}
	return fromViolations(violations, status);
}

/**
 * @param {{ propertyPath: string, message: string, code: string }[]} violations
 * @param {number} [status]
 * @returns {Problem}
 */
function fromViolations(violations, status = 400) {
	return new Problem(
		status,
		violations.map((v) => `${v.propertyPath}: ${v.message}`).join('\n'),
		violations,
	);
}

module.exports = { Problem, violation, invalid, fromViolations };
