import { join } from 'node:path';

import { checkSchemas } from '../../scripts/outputSchemas';

/** `gulp verify` asks the compiled nodes the same; here it is known before that. */
test('the output schemas are those of the nodes and contracts', async () => {
	const root = join(__dirname, '..', '..');
	await checkSchemas(root, (path: string) => path.replace(/^dist\/|\.js$/g, ''));
});
