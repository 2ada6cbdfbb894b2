import type { INodeProperties } from 'n8n-workflow';

import { userId } from '../../fields/extension';

export const account: INodeProperties = {
	...userId,
	description:
		'Whose calls: @me for the account of the credential, or the number of a user, an organization or the administrator',
};
