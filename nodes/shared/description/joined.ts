import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { without } from '../without';
import { type Group, inOrder, type Operations, type Placed, shownOnly, split } from './places';

/**
 * Joins the fields that several operations have in common, so that a description holds each of them
 * once: n8n sends it to every browser, with copies for agents and for human review. Each operation
 * keeps its fields and their order.
 *
 * @param properties of a node, as `resource()` makes them
 */
export function joined(properties: INodeProperties[]): INodeProperties[] {
	const known = operationsIn(properties);
	const all = properties.map((field) => ({ field, shown: shownFor(field, known) }));
	return join(all, known);
}

function join(all: Placed[], known: Operations): INodeProperties[] {
	const fields = all.filter(({ field }) => field.displayOptions?.show?.operation);
	let groups = alike(fields, withoutOptions).flatMap((members) => groupsOf(members, known));
	for (;;) {
		const { order, hindrance } = inOrder(all, groups);
		if (!hindrance) return order;
		groups = groups.filter((group) => group !== hindrance);
	}
}

function operationsIn(properties: INodeProperties[]): Operations {
	const known: Operations = new Map();
	for (const { name, displayOptions, options } of properties) {
		const [resource] = displayOptions?.show?.resource ?? [];
		if (name !== 'operation') continue;
		const values = (options as INodePropertyOptions[]).map(({ value }) => String(value));
		known.set(String(resource), new Set(values));
	}
	return known;
}

function shownFor(
	{ displayOptions: { show: { resource, operation } = {} } = {} }: INodeProperties,
	known: Operations,
): Operations {
	const resources = (resource as string[] | undefined) ?? [...known.keys()];
	return new Map(resources.map((one) => [one, new Set((operation as string[]) ?? known.get(one))]));
}

/** Groups of fields that differ in nothing but resource and operation. */
function alike(fields: Placed[], part = (field: INodeProperties) => field): Placed[][] {
	const functions = new Map<unknown, number>();
	const byIdentity = (_name: string, value: unknown) => {
		if (typeof value !== 'function') return value;
		if (!functions.has(value)) functions.set(value, functions.size);
		return functions.get(value);
	};
	const groups = new Map<string, Placed[]>();
	for (const one of fields) {
		const key = JSON.stringify(part(shownOnly(one.field)), byIdentity);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return [...groups.values()];
}

/** Only Options are much the same everywhere, and have the same kind of field under one name. */
function withoutOptions(field: INodeProperties): INodeProperties {
	return field.name === 'options' ? { ...field, options: [] } : field;
}

/**
 * Options may differ in what is in them: they become one list where that is shorter, although what
 * belongs to some of the operations has to say so itself.
 */
function groupsOf(members: Placed[], known: Operations): Group[] {
	const apart = alike(members);
	const same = apart.flatMap((ones) => split(ones, known));
	if (apart.length === 1) return same;
	const together = split(members, known).map((group): Group => {
		const options = optionsOf(group.members);
		return { ...group, field: { ...group.field, options } };
	});
	return lengthOf(members, together) < lengthOf(members, same) ? together : same;
}

/** Characters of these fields, once they are joined. */
function lengthOf(members: Placed[], groups: Group[]): number {
	const isJoined = (one: Placed) => groups.some((group) => group.members.includes(one));
	const fields = [...groups, ...members.filter((one) => !isJoined(one))].map(({ field }) => field);
	return JSON.stringify(fields).length;
}

/** What is in collections that become one. */
function optionsOf(collections: Placed[]): INodeProperties[] {
	const known: Operations = new Map();
	const all = collections.flatMap(({ field, shown }) => {
		const [[resource, operations]] = shown;
		known.set(resource, new Set([...(known.get(resource) ?? []), ...operations]));
		const options = (field.options ?? []) as INodeProperties[];
		return options.map((option): Placed => {
			return { field: shownOnly(option, new Set([resource]), operations), shown };
		});
	});
	return join(all, known).map((option) => fromInside(option, known));
}

/** As n8n writes conditions in a collection, without those that the collection's own imply. */
function fromInside(option: INodeProperties, known: Operations): INodeProperties {
	const { show = {}, ...others } = option.displayOptions ?? {};
	const { resource = [], operation = [], ...more } = show;
	/** Whether no more than these conditions are needed. */
	const isEnough = (byResource: boolean, byOperation: boolean) =>
		[...known].every(([one, operations]) =>
			[...operations].every((value) => {
				const isOf = resource.includes(one) && operation.includes(value);
				const isShown =
					(!byResource || resource.includes(one)) && (!byOperation || operation.includes(value));
				return isOf === isShown;
			}),
		);
	const needed = [
		[false, false],
		[true, false],
		[false, true],
	].find(([one, other]) => isEnough(one, other));
	const [byResource, byOperation] = needed ?? [true, true];
	const inside: NonNullable<IDisplayOptions['show']> = {
		...more,
		...(byResource ? { '/resource': resource } : {}),
		...(byOperation ? { '/operation': operation } : {}),
	};
	const bare = without(option, ['displayOptions']);
	const displayOptions = Object.keys(inside).length > 0 ? { ...others, show: inside } : others;
	return Object.keys(displayOptions).length > 0 ? { ...bare, displayOptions } : bare;
}
