import { resolve, schemaFacts, type Tree } from './schemaFacts';

const METHODS = ['get', 'post', 'put', 'delete', 'patch'];

/** All that is compared of a document: `GET /sms: query page type` to its value. */
export function factsOf(document: Tree): Map<string, string> {
	const facts = new Map<string, string>();
	for (const [path, item] of Object.entries<Tree>(document.paths)) {
		for (const method of METHODS.filter((one) => item[one])) {
			// The placeholders of a path have no meaning on the wire.
			const name = `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}`;
			facts.set(`${name}: exists`, 'true');
			const parameters = [...(item.parameters ?? []), ...(item[method].parameters ?? [])];
			for (const [what, value] of operationFacts(document, item[method], parameters))
				facts.set(`${name}: ${what}`, value);
		}
	}
	return facts;
}

function operationFacts(document: Tree, operation: Tree, parameters: Tree[]) {
	const facts = new Map<string, string>();
	const copy = (place: string, schema: Tree) => {
		for (const [what, value] of schemaFacts(document, schema)) facts.set(`${place} ${what}`, value);
	};
	for (const reference of parameters) {
		const parameter = resolve(document, reference);
		const place = parameter.in === 'path' ? 'path' : `query ${parameter.name}`;
		facts.set(`${place} exists`, 'true');
		if (parameter.required) facts.set(`${place} required`, 'true');
		copy(place, parameter.schema);
	}
	const body = resolve(document, operation.requestBody);
	for (const [media, { schema }] of Object.entries<Tree>(body.content ?? {})) {
		facts.set(`takes ${media}`, 'true');
		if (media === 'application/json') copy('body', schema);
	}
	for (const [status, reference] of Object.entries<Tree>(operation.responses)) {
		facts.set(`responds ${status}`, 'true');
		if (Number(status) >= 400) continue;
		const { content = {} } = resolve(document, reference);
		for (const media of Object.keys(content)) {
			facts.set(`responds ${status} ${media}`, 'true');
			if (media === 'application/json') copy('response', content[media].schema);
		}
	}
	return facts;
}

/** The body of each event, by the name that the event has on the wire. */
export function eventFactsOf(document: Tree): Map<string, string> {
	const facts = new Map<string, string>();
	for (const item of Object.values<Tree>(document.webhooks)) {
		const { content } = resolve(document, resolve(document, item).post.requestBody);
		// The vendor's document has the phone events twice, once without a schema.
		if (!content['application/json'].schema) continue;
		const body = schemaFacts(document, content['application/json'].schema);
		const name = JSON.parse(body.get('name enum')!) as string;
		facts.set(`${name}: exists`, 'true');
		for (const [what, value] of body) facts.set(`${name}: event ${what}`, value);
	}
	return facts;
}

/** Our contract says of responses and events what the sandbox always sends, see its `info`. */
const PROMISED = /: (response|event)\S* \S+ required: only ours/;

/** Every fact that only one side has, or that both have differently. Of what one side lacks, only that it lacks it. */
export function differences(ours: Map<string, string>, theirs: Map<string, string>): string[] {
	const found: string[] = [];
	for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
		if (ours.get(key) === theirs.get(key)) continue;
		if (isInside(key, ours, theirs) || isInside(key, theirs, ours)) continue;
		if (!theirs.has(key)) found.push(`${key}: only ours, ${ours.get(key)}`);
		else if (!ours.has(key)) found.push(`${key}: only theirs, ${theirs.get(key)}`);
		else found.push(`${key}: ours ${ours.get(key)}, theirs ${theirs.get(key)}`);
	}
	return found.filter((one) => !PROMISED.test(one)).sort();
}

/** Whether a fact is about something that one side has and the other lacks as a whole. */
function isInside(key: string, having: Map<string, string>, lacking: Map<string, string>) {
	return wholesOf(key).some((whole) => having.has(whole) && !lacking.has(whole));
}

/** `GET /sms: response[].a.b type` is inside of `…a.b exists`, `…a exists`, `GET /sms: exists`. */
function wholesOf(key: string): string[] {
	const [operation, what] = key.split(': ');
	const steps = what.split(' ').slice(0, -1).join(' ');
	const parts = steps.split(/(?=\.|\[\])/);
	const inner = parts.map((_, count) => parts.slice(0, count + 1).join(''));
	const wholes = [`${operation}: exists`, ...inner.map((one) => `${operation}: ${one} exists`)];
	return wholes.filter((one) => one !== key);
}
