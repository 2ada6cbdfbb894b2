import type { IDataObject } from 'n8n-workflow';

import { keptFromModel, withoutWord } from '../../../shared/response/forModel';

/** A code of LOX24 has at least four characters; anything shorter is none. */
const SHORTEST = 4;

/**
 * A one-time code is a secret of the person whose phone it goes to. An agent that has read it could
 * be asked for it by somebody else, so it only finds out that the code was sent.
 */
export const { option: showCode, keep: keepCode } = keptFromModel(
	{
		displayName: 'Show Code to AI Agent',
		name: 'showCode',
		description:
			'Whether an AI agent that uses this node as a tool may read the code. Whoever talks to the agent can then ask for it.',
	},
	({ code, ...json }, context) => {
		const own: unknown = context.getNodeParameter('additionalFields.code', '');
		return [code, own]
			.map((one) => String(one ?? ''))
			.filter(({ length }) => length >= SHORTEST)
			.reduce(withoutCode, json);
	},
);

/** Payload and templates are texts of the user, and may repeat it. */
function withoutCode({ id, phone, ...json }: IDataObject, code: string): IDataObject {
	return { id, phone, ...withoutWord(json, code) };
}
