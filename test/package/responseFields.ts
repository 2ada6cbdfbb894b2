import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INode, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { parse } from 'yaml';

import type { Item } from '../../nodes/shared/request/item';
import { planRequest } from '../../nodes/shared/request/plan';
import { isObject, toItems } from '../../nodes/shared/response/response';
import { resolveReferences } from '../../sandbox/contract/references';

/** A schema of a contract, without references. */
export interface Schema {
	type?: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
	additionalProperties?: Schema | boolean;
	allOf?: Schema[];
	oneOf?: Schema[];
	anyOf?: Schema[];
	enum?: unknown[];
	const?: unknown;
	format?: string;
}

interface Contract {
	paths: Record<
		string,
		Record<
			string,
			{
				operationId: string;
				responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
			}
		>
	>;
}

/** A successful JSON response of a contract. */
export interface Response {
	operationId: string;
	/** `GET /bulks/{}`: the names of placeholders differ between contract and node. */
	endpoint: string;
	schema: Schema;
}

/** Every operation of a contract that responds with JSON. */
export function responsesOf(file: string): Response[] {
	const path = join(__dirname, '../../sandbox/openapi', file);
	const { paths } = resolveReferences(parse(readFileSync(path, 'utf8')) as object) as Contract;
	return Object.entries(paths).flatMap(([url, methods]) =>
		Object.entries(methods).flatMap(([method, { operationId, responses = {} }]) => {
			const success = Object.keys(responses).find((status) => /^20[01]$/.test(status));
			const schema = success && responses[success].content?.['application/json']?.schema;
			const endpoint = `${method.toUpperCase()} ${url.replace(/\{\w+\}/g, '{}')}`;
			return schema ? [{ operationId, endpoint, schema }] : [];
		}),
	);
}

/** One of several schemas, which is not that of `null`; parts of `allOf` as one. */
function plain(schema: Schema): Schema {
	const { allOf, oneOf, anyOf, ...own } = schema;
	const one = (oneOf ?? anyOf)?.find(({ type, properties }) => type !== 'null' || properties);
	const parts = [...(allOf ?? []), ...(one ? [one] : [])].map(plain);
	const properties = Object.assign({}, ...parts.map((part) => part.properties), own.properties);
	return {
		...Object.assign({}, ...parts),
		...own,
		...(Object.keys(properties).length > 0 ? { properties } : {}),
	};
}

function typeOf({ type, properties, items }: Schema): string {
	const types = [type ?? []].flat().filter((one) => one !== 'null');
	return types[0] ?? (properties ? 'object' : items ? 'array' : 'string');
}

/** The places of a schema that hold a plain value, such as `address.city` and `services.[]`. */
export function placesIn(schema: Schema, place: string[] = []): string[][] {
	const { properties, items, ...own } = plain(schema);
	const type = typeOf({ ...own, properties, items });
	if (type === 'object' && properties) {
		return Object.entries(properties).flatMap(([name, inside]) =>
			placesIn(inside, [...place, name]),
		);
	}
	return type === 'array' && items ? placesIn(items, [...place, '[]']) : [place];
}

/** A response of the schema, with another value than usual in one place. */
export function sampleOf(schema: Schema, changed?: string[]): unknown {
	const { properties, items, ...own } = plain(schema);
	const type = typeOf({ ...own, properties, items });
	const inside = (name: string) => (changed?.[0] === name ? changed.slice(1) : undefined);
	if (type === 'object' && properties) {
		return Object.fromEntries(
			Object.entries(properties).map(([name, one]) => [name, sampleOf(one, inside(name))]),
		);
	}
	if (type === 'array' && items) return [sampleOf(items, inside('[]'))];
	return valueOf(own, type, changed !== undefined);
}

function valueOf({ enum: values, format, const: only }: Schema, type: string, other: boolean) {
	if (only !== undefined) return other ? `not ${String(only)}` : only;
	const choices = values?.filter((value) => value !== null);
	if (choices && choices.length > 1) return choices[other ? 1 : 0];
	switch (type) {
		case 'integer':
		case 'number':
			return other ? 1_700_000_001 : 1_700_000_000;
		case 'boolean':
			return !other;
		case 'object':
			return { key: other ? 'other' : 'usual' };
		case 'array':
			return [other ? 'other' : 'usual'];
		default:
			if (format === 'date-time') return `2026-01-0${other ? 2 : 1}T00:00:00Z`;
			return other ? 'other' : 'usual';
	}
}

/**
 * What comes out of a node for a response, with the parameters as they are at first. n8n is not
 * needed for it: only what the operation declares is done.
 *
 * @param parameters resource and operation, and what else chooses the fields
 * @returns the items, as JSON
 */
export function outputOf(properties: INodeProperties[], parameters: INodeParameters) {
	const node = { parameters: {}, typeVersion: 1 } as unknown as INode;
	const all = NodeHelpers.getNodeParameters(properties, parameters, true, false, node, null)!;
	const { postReceive } = planRequest({ ...node, parameters: all }, properties);
	const read = (name: string, fallback?: unknown) =>
		name.split('.').reduce<unknown>((one, key) => (isObject(one) ? one[key] : undefined), all) ??
		fallback;
	const context = {
		getNodeParameter: read,
		getItemIndex: () => 0,
		getNode: () => ({ name: 'Node', type: 'node' }),
		getExecuteData: () => ({ node: { name: 'Node' } }),
	} as unknown as Item;
	return async (body: unknown): Promise<IDataObject[]> => {
		const isList = 'returnAll' in all;
		let items = toItems({ status: 200, headers: {}, body }, isList ? 'list' : 'other');
		for (const action of postReceive) {
			if (typeof action !== 'function') throw new TypeError('postReceive has to be a function');
			const request = { url: '', body: {} };
			const response = { statusCode: 200, headers: {}, body: body as IDataObject, request };
			items = await action.call(context, items, response as never);
		}
		return items.map(({ json }) => json);
	};
}

/** The places of a response that change nothing in what comes out of the node. */
export async function leftOutOf(
	output: (body: unknown) => Promise<unknown>,
	schema: Schema,
): Promise<string[]> {
	const usual = JSON.stringify(await output(sampleOf(schema)));
	const left: string[] = [];
	for (const place of placesIn(schema)) {
		const changed = JSON.stringify(await output(sampleOf(schema, place)));
		if (changed === usual) left.push(place.join('.'));
	}
	return left;
}
