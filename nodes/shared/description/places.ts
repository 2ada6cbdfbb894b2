import type { INodeProperties } from 'n8n-workflow';

/** Values of operations, by resource. */
export type Operations = Map<string, Set<string>>;

/** A field, and where it is shown. */
export interface Placed {
	field: INodeProperties;
	shown: Operations;
}

/** Fields that become one, with resources and operations that are theirs and nobody else's. */
export interface Group {
	members: Placed[];
	resources: Set<string>;
	operations: Set<string>;
	/** The one. */
	field: INodeProperties;
}

/** The field with these conditions, or without any on resource and operation. */
export function shownOnly(
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
 * Splits fields into groups for which "one of these resources and one of these operations" is true
 * where one of them is shown, and nowhere else.
 *
 * @param all fields that could be one; each is shown for one operation
 * @param known what else there is
 */
export function split(all: Placed[], known: Operations): Group[] {
	const groups: Group[] = [];
	for (const one of all) {
		const [[resource, operations]] = one.shown;
		let group = groupOf([one], new Set([resource]), operations);
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

function groupOf(members: Placed[], resources: Set<string>, operations: Set<string>): Group {
	const field = shownOnly(members[0].field, resources, operations);
	return { members, resources, operations, field };
}

function union(one: Group, other: Group): Group {
	return groupOf(
		[...one.members, ...other.members],
		new Set([...one.resources, ...other.resources]),
		new Set([...one.operations, ...other.operations]),
	);
}

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
export function inOrder(
	all: Placed[],
	groups: Group[],
): { order: INodeProperties[]; hindrance?: Group } {
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
	return { order: [...done].map(({ field }) => field), hindrance };
}
