import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { readAllowlist } from '../../shared/webhook/allowlist';
import { readNumbers } from './wants';

/**
 * Refuses options that no event can meet when the workflow is published: later the node would only
 * be silent.
 */
export function checkOptions(context: IHookFunctions): void {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const { ipWhitelist, phoneNumbers } = options;
	const refuse = (label: string, entries: string[], expected: string) => {
		if (entries.length === 0) return;
		// n8n shows the message only.
		throw new NodeOperationError(
			context.getNode(),
			`${label} has an entry that cannot be read: ${entries[0].slice(0, 60)}. Expected ${expected}.`,
		);
	};
	if (ipWhitelist !== undefined) {
		const { unreadable } = readAllowlist(ipWhitelist);
		refuse('IP(s) Allowlist', unreadable, 'IP addresses or ranges such as 192.0.2.0/24');
	}
	const { unreadable } = readNumbers(phoneNumbers);
	refuse('Restrict to Numbers', unreadable, 'numbers with country code such as +4915112345678');
}
