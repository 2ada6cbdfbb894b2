'use strict';

const CHOICES = {
	batchContainer: ['array', 'object', 'hydra', 'member'],
	cancelCountKey: ['canceled_sms_count', 'deleted_sms_count'],
	eventUpdateAnswer: [200, 204],
	numbersAs: ['random', 'string', 'number'],
};

/**
 * Settings where the documentation leaves a choice. The first choice is the default.
 * @param {{ latency?: number }} start latency in milliseconds
 * @returns {{ values: Settings, reset(): void, change(part: Partial<Settings>): Settings }}
 * @typedef {object} Settings
 * @property {'array'|'object'|'hydra'|'member'} batchContainer container of the phones batch's outcomes
 * @property {'canceled_sms_count'|'deleted_sms_count'} cancelCountKey
 * @property {200|204} eventUpdateAnswer
 * @property {'random'|'string'|'number'} numbersAs how VoipNow writes numbers
 * @property {number} latency milliseconds each answer of the APIs takes
 */
function createSettings({ latency = 0 } = {}) {
	/** @type {Settings} */
	const values = {};
	const reset = () => {
		for (const [name, choices] of Object.entries(CHOICES)) values[name] = choices[0];
		values.latency = latency;
	};
	reset();
	return {
		values,
		reset,
		change(part) {
			for (const [name, value] of Object.entries(part)) {
				const fits =
					name === 'latency'
						? Number.isFinite(value) && value >= 0
						: CHOICES[name]?.includes(value);
				if (!fits)
					throw new TypeError(
						`${name}: ${JSON.stringify(value)} is not a known setting. Known: ${JSON.stringify({ ...CHOICES, latency: 'milliseconds' })}`,
					);
			}
			return Object.assign(values, part);
		},
	};
}

module.exports = { createSettings };
