import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Values of operations, by resource. */
type Operations = Map<string, Set<string>>;

/** A field, and where it is shown. */
interface Placed {
	field: INodeProperties;
	shown: Operations;
}

/** Fields that are the same, with resources and operations that are theirs and nobody else's. */
interface Group {
	members: Placed[];
	resources: Set<string>;
	operations: Set<string>;
}

/**
 * Joins the fields that several operations have in common, so that a description holds each of them
 * once: n8n sends it to every browser, with copies for agents and for human review. Each operation
 * keeps its fields and their order.
 *
 * @param properties of a node, as `resource()` makes them
 */
export function joined(properties: INodeProperties[]): INodeProperties[] {
	const known = operationsIn(properties);
	const all = properties.map((field): Placed => ({ field, shown: shownFor(field, known) }));
	let groups = alike(all).flatMap((members) => split(members, known));
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
function alike(all: Placed[]): Placed[][] {
	const functions = new Map<unknown, number>();
	const byIdentity = (_name: string, value: unknown) => {
		if (typeof value !== 'function') return value;
		if (!functions.has(value)) functions.set(value, functions.size);
		return functions.get(value);
	};
	const groups = new Map<string, Placed[]>();
	for (const one of all) {
		if (!one.field.displayOptions?.show?.operation) continue;
		const key = JSON.stringify(shownOnly(one.field), byIdentity);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return [...groups.values()];
}

function shownOnly(
	field: INodeProperties,
	resource?: Set<string>,
	operation?: Set<string>,
): INodeProperties {
	const show = {
		...field.displayOptions?.show,
		resource: resource && [...resource],
		operation: operation && [...operation],
	};
	return { ...field, displayOptions: { ...field.displayOptions, show } };
}

/**
 * Splits fields that are the same into groups for which "one of these resources and one of these
 * operations" is true where one of them is shown, and nowhere else.
 */
function split(all: Placed[], known: Operations): Group[] {
	const groups: Group[] = [];
	for (const one of all) {
		const [[resource, operations]] = one.shown;
		let group: Group = { members: [one], resources: new Set([resource]), operations };
		for (let into = 0; into < groups.length; into++) {
			const both = union(groups[into], group);
			if (!isExact(both, known)) continue;
			group = both;
			groups.splice(into, 1);
			into = -1;
		}
		groups.push(group);
	}
	return groups.filter(({ members }) => members.length > 1);
}

function union(one: Group, other: Group): Group {
	return {
		members: [...one.members, ...other.members],
		resources: new Set([...one.resources, ...other.resources]),
		operations: new Set([...one.operations, ...other.operations]),
	};
}

/** Each member is shown for one operation. */
function isExact({ members, resources, operations }: Group, known: Operations): boolean {
	let count = 0;
	for (const resource of resources) {
		for (const operation of operations) if (known.get(resource)?.has(operation)) count++;
	}
	return count === members.length;
}

/**
 * Puts one field in the place of each group, so that for no operation the order changes.
 *
 * @returns the group that makes it impossible, if one does
 */
function inOrder(all: Placed[], groups: Group[]): { order: INodeProperties[]; hindrance?: Group } {
	type Entry = Placed | Group;
	const entryOf = new Map<Placed, Entry>(
		groups.flatMap((group) => group.members.map((one): [Placed, Group] => [one, group])),
	);
	const entries = all.map((one): Entry => entryOf.get(one) ?? one);
	const before = new Map(entries.map((entry) => [entry, new Set<Entry>()]));
	const latest = new Map<string, Entry>();
	all.forEach(({ shown }, index) => {
		for (const [resource, operations] of shown) {
			for (const operation of operations) {
				const place = `${resource} ${operation}`;
				const previous = latest.get(place);
				if (previous) before.get(entries[index])!.add(previous);
				latest.set(place, entries[index]);
			}
		}
	});
	const way: Entry[] = [];
	const done = new Set<Entry>();
	let hindrance: Group | undefined;
	const put = (entry: Entry): void => {
		if (way.includes(entry)) {
			const circle = way.slice(way.indexOf(entry));
			hindrance ??= circle.find((one): one is Group => 'members' in one);
		} else if (!done.has(entry)) {
			way.push(entry);
			before.get(entry)!.forEach(put);
			way.pop();
			done.add(entry);
		}
	};
	all.forEach(({ field }, index) => {
		if (field.name === 'operation') put(entries[index]);
	});
	entries.forEach(put);
	const order = [...done].map((entry) =>
		'members' in entry
			? shownOnly(entry.members[0].field, entry.resources, entry.operations)
			: entry.field,
	);
	return { order, hindrance };
}
