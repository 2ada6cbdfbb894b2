import { BadInput, prepared } from '../../../shared/input/badInput';
import { isOn } from '../../../shared/input/kind';

/** A payment needs an explicit yes. */
export const confirmPayment = prepared(function () {
	if (isOn(this, 'confirm', 'I Confirm This Payment')) return;
	throw new BadInput(
		'The payment is not confirmed',
		'It charges real money: turn on "I Confirm This Payment". Nothing was sent.',
	);
});
