import type { INodeProperties } from 'n8n-workflow';

import { oneExtension } from './oneExtension';

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

/** One extension; "@self" is refused. */
export const extension: INodeProperties = {
	displayName: 'Extension',
	name: 'extension',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 0003*210',
	description: 'Number of the extension, in its extended (0003*210) or short form (210)',
	routing: { send: { preSend: [oneExtension] } },
};

/** One extension, or with "@self" all extensions of the user. */
export const extensionOrSelf: INodeProperties = {
	displayName: 'Extension',
	name: 'extension',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 0003*210',
	description:
		'Number of the extension, in its extended (0003*210) or short form (210), or @self for all extensions of the user',
};
