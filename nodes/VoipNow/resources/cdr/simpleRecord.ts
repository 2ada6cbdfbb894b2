import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/response/response';
import { inWords } from '../../../shared/response/simplify';
import { dispositions, flows } from '../../codes';
import { keepChosen } from '../keepChosen';

/** What stays of a leg. */
const OF_LEG = ['source', 'destination', 'flow', 'disposition', 'duration'];

/** What stays of a call, also where the item stands for one of its legs. */
const OF_CALL = ['id', 'legId', 'extension', 'legExtension', 'published', 'answered'];

/** A call with its legs, or a leg with its call, without owner and links; codes also in words. */
export const simpleRecord = keepChosen(
	(record) => {
		const { phoneCallView } = record;
		const simple = { ...only(record, OF_CALL), ...named(only(record, OF_LEG)) };
		if (Array.isArray(phoneCallView)) {
			simple.legs = (phoneCallView as unknown[])
				.filter(isObject)
				.map((view) => named(only(view, ['id', 'extension', ...OF_LEG])));
		}
		// Where only other fields were asked for, they stand for themselves.
		return Object.keys(simple).length > 0 ? simple : record;
	},
	['phoneCallView'],
);

function only(json: IDataObject, fields: string[]): IDataObject {
	return Object.fromEntries(
		fields.filter((field) => json[field] !== undefined).map((field) => [field, json[field]]),
	);
}

function named(leg: IDataObject): IDataObject {
	const { source, destination, flow, disposition, ...rest } = leg;
	const words = {
		source: toText(source),
		destination: toText(destination),
		flow,
		flowName: flow === undefined ? undefined : inWords(flow, flows),
		disposition,
		dispositionName: disposition === undefined ? undefined : inWords(disposition, dispositions),
	};
	return { ...only(words as IDataObject, Object.keys(words)), ...rest };
}

/** A text here, a list in calls in progress (docs/api/voipnow.md, "Calls and their views"). */
function toText(numbers: IDataObject[string]): IDataObject[string] {
	return Array.isArray(numbers) ? numbers.join(', ') : numbers;
}
