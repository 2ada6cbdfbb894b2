import type { IDataObject, ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { shown } from '../../shared/input/badInput';
import { POSITIVE_INTEGER } from '../../shared/input/path';
import { columns } from '../resources/phone/columns';
import { ask } from '../api/ask';

/**
 * The columns of the chosen group for the column mapper, under the titles the group gives them
 * (`name_a` to `name_e` of `GET /groups/{id}`).
 *
 * While no group is chosen, or it comes from an expression, the plain letters are shown.
 */
export async function getPhoneColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const { value: groupId } = (this.getCurrentNodeParameter('groupId') ?? {}) as { value?: unknown };
	const titles = isFixed(groupId) ? await readTitles.call(this, groupId) : {};
	return {
		fields: [
			{
				id: 'phone',
				displayName: 'Phone Number (phone)',
				required: true,
				defaultMatch: false,
				display: true,
				type: 'string',
			},
			...columns.map(({ displayName, wireName }) => {
				const title = titles[`name_${wireName}`];
				return {
					id: wireName,
					displayName: title ? `${String(title)} (${wireName})` : displayName,
					required: false,
					defaultMatch: false,
					display: true,
					type: 'string' as const,
				};
			}),
		],
	};
}

async function readTitles(this: ILoadOptionsFunctions, groupId: unknown): Promise<IDataObject> {
	const id = POSITIVE_INTEGER.test(String(groupId)) ? String(groupId) : undefined;
	if (id === undefined) {
		throw new NodeOperationError(this.getNode(), `Group is not valid: ${shown(groupId)}`, {
			description: 'Choose a group from the list, or give its number.',
		});
	}
	return (await ask.call(this, `/groups/${id}`)) as IDataObject;
}

function isFixed(groupId: unknown): boolean {
	return groupId !== undefined && groupId !== '' && !String(groupId).startsWith('=');
}
