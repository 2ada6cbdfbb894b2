import { BadInput, prepared } from '../../shared/input/badInput';
import { toWireQuery } from '../../shared/input/query';

/**
 * Refuses a batch operation without a filter, which would hit every message of the account.
 *
 * @param option display name of the option `applyToAllMessages`, for the message
 */
export function requireFilter(option: string) {
	return prepared(function (request) {
		const names = Object.keys(toWireQuery(request.qs ?? {}));
		if (names.some((name) => !name.startsWith('_order['))) return;
		if (this.getNodeParameter('options.applyToAllMessages', false) === true) return;
		throw new BadInput(
			'No filter is set, so every message of the account would be affected',
			`Add at least one filter with a value, or turn on the option "${option}". Nothing was sent.`,
		);
	});
}
