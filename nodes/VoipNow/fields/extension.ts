import type { INodeProperties } from 'n8n-workflow';

import { BadInput, prepared } from '../../shared/input/badInput';

/**
 * Refuses "@self" where VoipNow wants one extension (docs/api/voipnow.md, "Phone call events" and
 * "Queue agents").
 */
export function refuseSelf(extension: unknown): void {
	if (extension !== '@self') return;
	throw new BadInput(
		'Extension is not valid: "@self"',
		'Expected the number of one extension such as 0003*210; "@self" is not possible here. Nothing was sent.',
	);
}

/** The same for the field of an operation. */
const oneExtension = prepared(function () {
	refuseSelf(this.getNodeParameter('extension', ''));
});

/** The extension's owner; sent raw, including `@`. */
export const userId: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	required: true,
	default: '@me',
	placeholder: 'e.g. @me',
	description:
		'Who owns the extension: @me or @viewer for the user who authorized the app, @owner for the owner of the extension, or the number of an account',
};

/** An extension as a parameter, whatever becomes of it. */
export function extensionField(description: string): INodeProperties {
	return {
		displayName: 'Extension',
		name: 'extension',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 0003*210',
		description,
	};
}

/** One extension; "@self" is refused. */
export const extension: INodeProperties = {
	...extensionField('Number of the extension, in its extended (0003*210) or short form (210)'),
	routing: { send: { preSend: [oneExtension] } },
};

/** One extension, or with "@self" all extensions of the user. */
export const extensionOrSelf: INodeProperties = extensionField(
	'Number of the extension, in its extended (0003*210) or short form (210), or @self for all extensions of the user',
);
