import type {
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { inWords } from '../../../shared/description/simplify';
import { isObject } from '../../../shared/response/response';
import { inOneForm, statisticsTypes } from '../../codes';

/**
 * One item for the calls that came in and one for those that went out. The statistics come as a
 * list, or as `phoneCallStat` beside the calls; the response to a request for them alone is not
 * documented (docs/api/voipnow.md, "Call reports"), so what has neither form is passed on as it is.
 */
export async function statisticsOf(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
	{ body }: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	const found = (isObject(body) ? body.phoneCallStat : body) as unknown;
	const list = (Array.isArray(found) ? found : Object.values(isObject(found) ? found : {})).filter(
		isObject,
	);
	if (list.length === 0) return items.map((item) => ({ ...item, json: inOneForm(item.json) }));
	return list.map((one) => {
		const { type, ...totals } = inOneForm(one);
		return { json: { type, typeName: inWords(type, statisticsTypes), ...totals } };
	});
}
