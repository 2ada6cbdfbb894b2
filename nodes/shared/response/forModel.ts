import type {
	IDataObject,
	IExecuteSingleFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { isOn } from '../input/kind';
import { isForModel } from '../request/agent';
import { without } from '../without';
import { escaped, inTexts } from './texts';

const INSTEAD = '…';

/**
 * Addresses of executions that wait, whose holder can answer in place of somebody else, and
 * secrets in the query of other addresses.
 */
const SECRET_ADDRESSES = [
	/((?:webhook|form)-waiting\/)[^\s"'<>]+/gi,
	/([?&#;][\w.-]{0,40}(?:token|signature|secret|password|api_?key)=)[^\s"'<>&#]+/gi,
];

/**
 * An option that lets a model read what is kept from it otherwise, and the function for
 * `postReceive` that keeps it: whoever talks to an agent can ask for all that it has read.
 *
 * @param option as the user sees it
 * @param without the result of the operation without the secret
 */
export function keptFromModel(
	option: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	without: (json: IDataObject, context: IExecuteSingleFunctions) => IDataObject,
) {
	const { displayName, name } = option;
	const keep = async function (this: IExecuteSingleFunctions, items: INodeExecutionData[]) {
		if (!isForModel(this) || isOn(this, `options.${name}`, displayName)) return items;
		return items.map((item) => ({ ...item, json: without(item.json, this) }));
	};
	// The model must not switch it on: n8n offers it whatever takes expressions.
	const field: INodeProperties = {
		...option,
		type: 'boolean',
		default: false,
		noDataExpression: true,
	};
	return { option: field, keep };
}

/** Leaves fields out of what a model reads because it wrote them itself, or a person did for it. */
export function unreadByModel(...fields: string[]) {
	return async function (this: IExecuteSingleFunctions, items: INodeExecutionData[]) {
		if (!isForModel(this)) return items;
		return items.map((item) => ({ ...item, json: without(item.json, fields) }));
	};
}

/** Shortens simplified fields: models pay for every character, even in empty fields. */
export function inShort(json: IDataObject): IDataObject {
	const told = Object.entries(json).filter(([name, value]) => {
		const isNothing = value === null || value === '';
		const iso = json[`${name}_iso`];
		return !isNothing && !iso && !(iso === null && value === 0);
	});
	return told.length > 0 ? Object.fromEntries(told) : json;
}

/** Removes secrets from texts. */
export function withoutSecretAddresses<T>(value: T): T {
	return inTexts(value, (text) =>
		SECRET_ADDRESSES.reduce((clean, secret) => clean.replace(secret, `$1${INSTEAD}`), text),
	) as T;
}

/** The same without a word, which can be a code of four digits: parts of words and IDs stay. */
export function withoutWord<T>(value: T, word: string): T {
	const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'gu');
	return inTexts(value, (text) => text.replace(whole, INSTEAD)) as T;
}
