import { BadInput, prepared } from '../../shared/input/badInput';

/** A payment needs an explicit yes. */
export const confirmPayment = prepared(function () {
	if (String(this.getNodeParameter('confirm', false)).toLowerCase() === 'true') return;
	throw new BadInput(
		'The payment is not confirmed',
		'It charges real money: turn on "I Confirm This Payment". Nothing was sent.',
	);
});
