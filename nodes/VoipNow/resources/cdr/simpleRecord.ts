import { isObject } from '../../../shared/response/response';
import { without } from '../../../shared/without';
import { keepChosen } from '../../fields/keepChosen';
import { simpleLeg } from '../../fields/simpleLeg';

/**
 * A call with its legs, or a leg with its call, without owner and links; codes also in words. What
 * newer versions add is kept.
 */
export const simpleRecord = keepChosen(
	(record) => {
		const { phoneCallView, ...ofCall } = record;
		const simple = simpleLeg(without(ofCall, ['ownerId', 'ownerName', 'links']));
		if (Array.isArray(phoneCallView))
			simple.legs = (phoneCallView as unknown[]).filter(isObject).map(simpleLeg);
		// If only other fields were requested, they are returned as they are.
		return Object.keys(simple).length > 0 ? simple : record;
	},
	['phoneCallView'],
);
