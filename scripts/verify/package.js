const { spawnSync } = require('node:child_process');
const { mkdirSync, mkdtempSync, rmSync, symlinkSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { npm } = require('../npm');
const { schemasIn } = require('../outputSchemas');
const { checkLoading } = require('./load');
const { refuse } = require('./problems');
const { scanPacked } = require('./scan');

const besideDist = ['LICENSE', 'README.md', 'package.json'];

function checkContent(root, paths) {
	refuse('The packed file does not hold what it should', [
		...[...besideDist, ...schemasIn(root)]
			.filter((path) => !paths.includes(path))
			.map((path) => `${path} is missing`),
		...paths
			.filter((path) => !besideDist.includes(path) && !path.startsWith('dist/'))
			.map((path) => `${path} does not belong in the package`),
		...paths
			.filter((path) => /\.(ts|map|tsbuildinfo)$/.test(path))
			.map((path) => `${path} is a by-product of the build`),
	]);
}

function unpack(tarball, folder) {
	const { status, stderr, error } = spawnSync('tar', ['-xzf', tarball, '-C', folder]);
	if (status !== 0) throw error ?? new Error(`tar could not unpack ${tarball}: ${stderr}`);
	return join(folder, 'package');
}

/**
 * n8n offers a community package one module, n8n-workflow. The unpacked package gets the same, so
 * that an import of anything else fails here and not at the user's.
 */
function offerWorkflowModule(root, folder) {
	mkdirSync(join(folder, 'node_modules'));
	symlinkSync(
		join(root, 'node_modules', 'n8n-workflow'),
		join(folder, 'node_modules', 'n8n-workflow'),
		'junction',
	);
}

/** Packs what would be published and looks at exactly that: content, n8n's scan, n8n's loader. */
async function checkPackage(root) {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-lox24-voipnow-'));
	try {
		const [packed] = JSON.parse(
			await npm(['pack', '--json', '--pack-destination', folder], { folder: root }),
		);
		checkContent(
			root,
			packed.files.map(({ path }) => path),
		);

		const unpacked = unpack(join(folder, packed.filename), folder);
		await scanPacked(unpacked);

		offerWorkflowModule(root, folder);
		const { nodes, credentials } = await checkLoading(unpacked);
		console.log(
			`${packed.filename}: ${packed.files.length} files, ${Math.ceil(packed.size / 1024)} kB packed; ` +
				`nodes ${nodes.join(', ')}; credentials ${credentials.join(', ')}`,
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

module.exports = { checkPackage };
