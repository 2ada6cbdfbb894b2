import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { isOn } from '../../../shared/input/kind';
import { isObject } from '../../../shared/response/response';

/** Returns calls as they are, or one item for each leg. Limit counts these items. */
export async function oneItemEach(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	if (this.getNodeParameter('output', 'call') !== 'leg') return items;
	const legs = items.flatMap(({ json }) => toLegs(json)).map((json) => ({ json }));
	if (isOn(this, 'returnAll', 'Return All')) return legs;
	return legs.slice(0, Number(this.getNodeParameter('limit', 50)));
}

/**
 * A leg with the fields of its call. Three names occur in both; there, those of the leg begin
 * with `leg`. A call without legs is kept as it is.
 */
function toLegs(call: IDataObject): IDataObject[] {
	const { phoneCallView, ...ofCall } = call;
	const views = Array.isArray(phoneCallView) ? (phoneCallView as unknown[]).filter(isObject) : [];
	if (views.length === 0) return [ofCall];
	return views.map(({ id, extension, answered, ...ofLeg }) => ({
		...ofCall,
		...(id === undefined ? {} : { legId: id }),
		...(extension === undefined ? {} : { legExtension: extension }),
		...(answered === undefined ? {} : { legAnswered: answered }),
		...ofLeg,
	}));
}
