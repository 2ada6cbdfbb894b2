import type { INodeProperties } from 'n8n-workflow';

import { prepared } from '../../../shared/input/badInput';
import { isEmpty } from '../../../shared/input/query';

/**
 * A text of the query; an empty one is not sent.
 *
 * @param convert checks it and brings it into the form of the wire; may throw `BadInput`
 */
export function queryText(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'> & Partial<INodeProperties>,
	convert: (value: unknown, label: string) => string = String,
): INodeProperties {
	return {
		type: 'string',
		default: '',
		...field,
		routing: {
			send: {
				type: 'query',
				property: field.name,
				preSend: [
					prepared(({ qs = {} }) => {
						const value: unknown = qs[field.name];
						if (!isEmpty(value)) qs[field.name] = convert(value, field.displayName);
					}),
				],
			},
		},
	};
}

/** A switch of the query that is only sent when it is on, as the vendor's own client does. */
export function querySwitch(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
): INodeProperties {
	return {
		...field,
		type: 'boolean',
		default: true,
		routing: {
			send: {
				type: 'query',
				property: field.name,
				preSend: [
					prepared(({ qs = {} }) => {
						if (String(qs[field.name]) !== 'true') delete qs[field.name];
					}),
				],
			},
		},
	};
}
