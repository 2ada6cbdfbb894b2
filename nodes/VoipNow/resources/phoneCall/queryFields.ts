import type { INodeProperties } from 'n8n-workflow';

import { inQuery } from '../../../shared/description/fields';
import { type Reader, yesOrNo } from '../../../shared/input/kind';

type Field = Pick<INodeProperties, 'displayName' | 'name' | 'description'> &
	Partial<INodeProperties>;

/** A text of the query, under the name of the field. */
export function queryText(field: Field, reader?: Reader): INodeProperties {
	return inQuery(field, field.name, reader, 'always');
}

/** A switch of the query that is only sent when it is on, as the vendor's own client does. */
export function querySwitch(field: Field): INodeProperties {
	return inQuery(
		{ ...field, type: 'boolean', default: true },
		field.name,
		yesOrNo([true, undefined]),
	);
}
