import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import type { Simplifier } from '../../shared/description/simplify';
import { without } from '../../shared/without';

/** Path of the field Fields, by operation. */
const PLACES = ['filters.fields', 'additionalFields.fields', 'options.fields'];

/**
 * A simplified object with all that the user has chosen under Fields, also what it leaves out
 * otherwise.
 *
 * @param shown fields that the simplified object has in another form
 */
export function keepChosen(
	simplifier: (json: IDataObject) => IDataObject,
	shown: string[] = [],
): Simplifier {
	return (json, context) => {
		const simple = simplifier(json);
		const missing = chosenIn(context).filter(
			(field) => json[field] !== undefined && !(field in simple) && !shown.includes(field),
		);
		return { ...simple, ...Object.fromEntries(missing.map((field) => [field, json[field]])) };
	};
}

/** Removes the ID from a response if fields were chosen without it. */
export function onlyChosen(json: IDataObject, context: IExecuteSingleFunctions): IDataObject {
	const chosen = chosenIn(context).filter((field) => field !== '');
	if (chosen.length === 0 || chosen.includes('id')) return json;
	return without(json, ['id']);
}

/** An expression may give a list, or comma-separated names. */
function chosenIn(context: IExecuteSingleFunctions): string[] {
	return PLACES.map((place) => context.getNodeParameter(place, []))
		.flat()
		.flatMap((one) => String(one ?? '').split(','))
		.map((field) => field.trim());
}
