import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface ExampleNode {
	name: string;
	type: string;
	webhookId?: string;
	credentials?: Record<string, { id: string }>;
}

const folder = join(__dirname, '..', '..', 'examples');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string) =>
	JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
		id: string;
		name: string;
		nodes: ExampleNode[];
	};

/** Nodes that n8n gives an address when it saves a workflow that has none. */
const isStart = ({ type }: ExampleNode) => /trigger$/i.test(type) || type.endsWith('.webhook');

describe.each(files)('%s', (file) => {
	const { nodes } = read(file);

	// Two workflows with one address cannot be published side by side.
	test('has no address of its own', () => {
		const addressed = nodes.filter((node) => isStart(node) && node.webhookId !== undefined);
		expect(addressed.map(({ name }) => name)).toEqual([]);
	});

	test('needs no credential but those of the demo', () => {
		const ids = nodes.flatMap(({ credentials }) =>
			Object.values(credentials ?? {}).map(({ id }) => id),
		);
		expect(ids.filter((id) => !/^demo(Lox24|VoipNow|VoipNowOAuth2)$/.test(id))).toEqual([]);
	});

	test('is in the list of the examples', () => {
		const text = readFileSync(join(folder, 'README.md'), 'utf8');
		expect(text).toContain(`](${file})`);
	});
});

test('no two have the same ID or name', () => {
	const all = files.map(read);
	expect(new Set(all.map(({ id }) => id)).size).toBe(files.length);
	expect(new Set(all.map(({ name }) => name)).size).toBe(files.length);
});
