// OpenAPI documents of others, read without types of their own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Tree = any;

/** What is compared of a value, apart from its type, whether it is required, and what is in it. */
const LIMITS = [
	...['pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'],
];

const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

const TYPES: Record<string, string> = { string: 'string', number: 'integer', boolean: 'boolean' };

/** What the limits say when they say nothing. */
const NOTHING: Record<string, unknown> = { minLength: 0, minItems: 0 };

export function resolve(document: Tree, node: Tree): Tree {
	if (typeof node?.$ref !== 'string') return node ?? {};
	const keys: string[] = node.$ref.slice(2).split('/');
	const found = keys.reduce((part: Tree, key) => part?.[key.replaceAll('~1', '/')], document);
	if (found === undefined) throw new Error(`${node.$ref} leads nowhere`);
	return resolve(document, found);
}

/**
 * A schema as a flat list: `phones[] pattern` to `^\d+$`. References, `allOf` and alternatives are put
 * together; of alternatives only what all of them require is required.
 */
export function schemaFacts(document: Tree, schema: Tree, path = ''): Map<string, string> {
	const facts = new Map<string, string>();
	const whole = merged(document, schema);
	const say = (what: string, value: unknown) =>
		facts.set(`${path} ${what}`.trim(), JSON.stringify(value));
	if (whole.types.size > 0) say('type', [...whole.types].sort().join(' or '));
	if (whole.enum) say('enum', whole.enum.map(String).sort().join(' '));
	for (const limit of LIMITS) {
		const value = whole.limits[limit];
		if (value !== undefined && value !== NOTHING[limit]) say(limit, value);
	}
	for (const name of whole.required) {
		facts.set(`${path ? `${path}.` : ''}${name} required`, 'true');
	}
	const inside = [...whole.properties].map(([name, one]): [string, Tree] => [
		path ? `${path}.${name}` : name,
		one,
	]);
	if (whole.items) inside.push([`${path}[]`, whole.items]);
	for (const [at, one] of inside) {
		facts.set(`${at} exists`, 'true');
		for (const [key, value] of schemaFacts(document, one, at)) facts.set(key, value);
	}
	return facts;
}

interface Merged {
	types: Set<string>;
	enum?: unknown[];
	limits: Record<string, unknown>;
	required: Set<string>;
	properties: Map<string, Tree>;
	items?: Tree;
}

function merged(document: Tree, schema: Tree): Merged {
	const node = resolve(document, schema);
	const types: string[] = node.type === undefined ? [] : [node.type].flat();
	const own: Merged = {
		types: new Set(types),
		enum: node.const === undefined ? node.enum : [node.const],
		limits: Object.fromEntries(
			LIMITS.filter((name) => name in node).map((name) => [name, node[name]]),
		),
		required: new Set(node.required ?? []),
		properties: new Map(Object.entries(node.properties ?? {})),
		// An empty list in place of a schema says nothing.
		items: Array.isArray(node.items) ? undefined : node.items,
	};
	// The extension of our contract for rows that are checked one by one.
	if (node['x-row-schema']) own.items = { $ref: node['x-row-schema'] };
	if (node.format === 'uuid') own.limits.pattern ??= UUID;
	if (own.enum?.includes(null)) own.enum = own.enum.filter((value) => value !== null);
	// Where our contract takes several containers, the first is the documented one.
	const parts = [...(node.allOf ?? []), ...(node.if?.type ? [node.if, node.then] : [])];
	for (const part of parts) add(own, merged(document, part));
	const choices: Merged[] = (node.oneOf ?? node.anyOf ?? []).map((one: Tree) =>
		merged(document, one),
	);
	if (choices.length > 0) {
		const isNull = ({ types: only }: Merged) => only.size === 1 && only.has('null');
		const real = choices.filter((one) => !isNull(one));
		const shared = real.map(({ required }) => required);
		const always = [...(shared[0] ?? [])].filter((name) => shared.every((set) => set.has(name)));
		for (const choice of choices) add(own, { ...choice, required: new Set(always) });
	}
	return tidied(own);
}

/** What a list of values says already, and yes or no as text. */
function tidied(own: Merged): Merged {
	if (!own.enum) return own;
	const values = [...own.enum].sort().join(' ');
	if (values === '0 1 false true') return { ...own, types: new Set(['boolean']), enum: undefined };
	for (const value of own.enum) own.types.add(TYPES[typeof value]);
	return { ...own, limits: {} };
}

function add(whole: Merged, part: Merged) {
	for (const type of part.types) whole.types.add(type);
	if (part.enum) whole.enum = [...new Set([...(whole.enum ?? []), ...part.enum])];
	Object.assign(whole.limits, part.limits);
	for (const name of part.required) whole.required.add(name);
	for (const [name, one] of part.properties) whole.properties.set(name, one);
	whole.items ??= part.items;
}
