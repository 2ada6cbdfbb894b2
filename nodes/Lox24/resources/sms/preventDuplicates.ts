import { BadInput, ownId, prepared } from '../../../shared/input/badInput';
import { isOn } from '../../../shared/input/kind';
import { isEmpty } from '../../../shared/input/query';
import { digitsOf } from '../../api/lookUp';

/**
 * Gives a message a `callback_data` of its own when the user gave none, so that it can be looked up
 * after a lost connection. LOX24 has no idempotency key (docs/api/lox24.md, "What a client should
 * do").
 */
export const preventDuplicates = prepared(function ({ body }) {
	const fields = body as { callback_data?: unknown; phone?: unknown };
	if (!isEmpty(fields.callback_data)) return;
	if (isOn(this, 'options.skipIfAlreadySent', 'Skip If Already Sent')) {
		throw new BadInput(
			'Skip If Already Sent needs Callback Data',
			'Add Callback Data under Additional Fields, such as the ID of the order. Nothing was sent.',
		);
	}
	if (isOn(this, 'options.preventDuplicates', 'Prevent Duplicates', true)) {
		fields.callback_data = ownId(this, digitsOf(fields.phone));
	}
});
