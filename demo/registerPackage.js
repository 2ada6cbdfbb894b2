/*
 * Run by n8n's Node (node:sqlite): registerPackage.js <n8n's database> <folder of the package>.
 * Writes what n8n's InstalledPackagesRepository.saveInstalledPackageWithNodes writes.
 */
const { readFileSync } = require('node:fs');
const { basename, join } = require('node:path');
// @ts-expect-error n8n's Node is newer than the one that @types/node describes.
const { DatabaseSync } = require('node:sqlite');

const [databaseFile, folder] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

function describe(file) {
	const NodeClass = require(join(folder, file))[basename(file).split('.')[0]];
	const { displayName, name, version, defaultVersion } = new NodeClass().description;
	return { displayName, name, version: defaultVersion ?? [version].flat().at(-1) };
}

const database = new DatabaseSync(databaseFile);
database.exec('PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; BEGIN');
database.prepare('DELETE FROM installed_nodes WHERE package = ?').run(manifest.name);
database.prepare('DELETE FROM installed_packages WHERE packageName = ?').run(manifest.name);
database
	.prepare(
		`INSERT INTO installed_packages
			(packageName, installedVersion, authorName, authorEmail, createdAt, updatedAt)
			VALUES (?, ?, ?, ?, strftime('%Y-%m-%d %H:%M:%f'), strftime('%Y-%m-%d %H:%M:%f'))`,
	)
	.run(manifest.name, manifest.version, manifest.author?.name ?? '', manifest.author?.email ?? '');
for (const file of manifest.n8n.nodes) {
	const { displayName, name, version } = describe(file);
	database
		.prepare('INSERT INTO installed_nodes (name, type, latestVersion, package) VALUES (?, ?, ?, ?)')
		.run(displayName, `${manifest.name}.${name}`, version, manifest.name);
}
database.exec('COMMIT');
database.close();
