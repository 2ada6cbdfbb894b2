import { BadInput, prepared, shown } from '../../shared/input/badInput';
import { POSITIVE_INTEGER } from '../../shared/input/path';

/** A payment needs an amount, a method and an explicit yes. */
export const confirmPayment = prepared(function ({ body }) {
	const { net_val: amount, method_id: method } = body as Record<string, unknown>;
	if (!(Number(amount) > 0)) {
		throw new BadInput(
			`Net Amount is not valid: ${shown(amount)}`,
			'Expected an amount above 0. Nothing was sent.',
		);
	}
	if (!POSITIVE_INTEGER.test(String(method))) {
		throw new BadInput(
			`Method ID is not valid: ${shown(method)}`,
			'Expected an ID from the operation Get of Payment Method. Nothing was sent.',
		);
	}
	if (this.getNodeParameter('confirm', false) !== true) {
		throw new BadInput(
			'The payment is not confirmed',
			'It charges real money: turn on "I Confirm This Payment". Nothing was sent.',
		);
	}
});
