import type { IDataObject } from 'n8n-workflow';

import { BadInput, prepared, shown } from '../../../shared/input/badInput';
import { isEmpty, withoutEmpty } from '../../../shared/input/query';

const SUBJECTS = ['phone', 'email', 'ip', 'address'];

/** What LOX24 requires of an address (docs/api/lox24.md, "Fraud checks"). */
const ADDRESS = [
	{ wireName: 'iso2', label: 'Country' },
	{ wireName: 'city', label: 'City' },
	{ wireName: 'street_name', label: 'Street' },
];

/** Refuses a fraud check of nothing, or of half an address: it would cost money and say nothing. */
export const requireSubject = prepared(({ body }) => {
	const given = withoutEmpty((body ?? {}) as IDataObject);
	if (!SUBJECTS.some((name) => name in given)) {
		throw new BadInput(
			'There is nothing to check',
			'Add a phone number, an email, an IP or an address under Additional Fields. Nothing was sent.',
		);
	}
	if (given.address !== undefined) checkAddress(given.address as IDataObject);
});

function checkAddress(address: IDataObject): void {
	const missing = ADDRESS.filter(({ wireName }) => isEmpty(address[wireName]));
	if (missing.length > 0) {
		throw new BadInput(
			`Address has no ${missing.map(({ label }) => label).join(', no ')}: ${shown(address)}`,
			'An address is checked by Country, City and Street together. Nothing was sent.',
		);
	}
	if (!/^[A-Z]{2}$/.test(String(address.iso2))) {
		throw new BadInput(
			`Country is not valid: ${shown(address.iso2)}`,
			'Expected two capital letters such as DE. Nothing was sent.',
		);
	}
}
