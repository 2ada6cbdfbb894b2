import type { IDataObject, ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { checkShape } from '../../shared/path';
import { columns } from '../resources/phone/columns';
import { lox24 } from '../service';

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
	try {
		const { baseUrl } = await this.getCredentials('lox24Api');
		const id = checkShape(groupId, lox24.shapes.groupId);
		const url = `${lox24.baseUrl(baseUrl)}/groups/${id}`;
		const response = (await this.helpers.httpRequestWithAuthentication.call(this, 'lox24Api', {
			url,
			headers: { Accept: 'application/json' },
			returnFullResponse: true,
			// A thrown 401 would be sent a second time by n8n.
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { statusCode: number; body: IDataObject; headers: IDataObject };
		if (response.statusCode === 200) return response.body;
		const answer = { status: response.statusCode, headers: response.headers, body: response.body };
		const { message, description } = lox24.explain(answer, {
			method: 'GET',
			path: `/groups/${id}`,
		});
		throw new NodeOperationError(this.getNode(), message, { description });
	} catch (error) {
		if (error instanceof NodeOperationError) throw new NodeOperationError(this.getNode(), error);
		throw new NodeOperationError(this.getNode(), error as Error);
	}
}

function isFixed(groupId: unknown): boolean {
	return groupId !== undefined && groupId !== '' && !String(groupId).startsWith('=');
}
