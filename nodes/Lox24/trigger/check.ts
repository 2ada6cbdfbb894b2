import type { IHookFunctions } from 'n8n-workflow';

import { asBadInput } from '../../shared/input/badInput';
import { fromBadInput, toNodeError } from '../../shared/response/failure';
import { checkAllowlist } from '../../shared/webhook/allowlist';
import { settingsOf } from './settings';

/**
 * Refuses, when the workflow is published, what no event can meet: later the node would only be
 * silent.
 */
export async function check(context: IHookFunctions): Promise<void> {
	try {
		settingsOf(context);
		checkAllowlist(context);
	} catch (error) {
		throw toNodeError(context.getNode(), fromBadInput(asBadInput(error)));
	}
}
