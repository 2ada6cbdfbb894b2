/*
 * npm run test:e2e [-- --update-screenshots]: the demo, as users get it, from end to end. A real
 * n8n with the packed package, the sandbox, and a browser. Everything is in folders and on ports
 * of its own, so a demo that is running is not disturbed.
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { startDemo } = require('../../demo/demo');
const { openBrowser } = require('./browser');
const { createChecks } = require('./checks');
const { checkCredentials } = require('./credentials');
const { checkEditor } = require('./editor');
const { checkOAuth2 } = require('./oAuth2');
const { checkLive } = require('./live');
const { checkLivePages } = require('./live/pages');
const { createPictures } = require('./pictures');
const { checkRealData } = require('./realData');
const { checkSchemas } = require('./schemas');
const { checkPage } = require('./sendAndWait');
const { checkWorkflows } = require('./workflows');

async function main() {
	const { values } = parseArgs({ options: { 'update-screenshots': { type: 'boolean' } } });
	const started = Date.now();
	const checks = createChecks();
	const folder = mkdtempSync(join(tmpdir(), 'e2e-n8n-'));
	const cleanups = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })];
	const cleanUp = async () => {
		while (cleanups.length > 0) await cleanups.pop()();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.once(signal, () => void cleanUp().finally(() => process.exit(1)));
	}

	try {
		const starting = startDemo({ folder });
		// Also when the run is interrupted while n8n is starting.
		cleanups.push(async () => (await starting.catch(() => undefined))?.stop());
		const demo = await checks.check('the demo starts', () => starting);
		if (demo) {
			await checkWorkflows(checks, demo);
			await checkLive(checks, demo);
			await checkCredentials(checks, demo);
			await checkOAuth2(checks, demo);
			await checkRealData(checks, demo);
			const browser = await checks.check('Chromium starts', openBrowser);
			if (browser) {
				cleanups.push(() => browser.close());
				const pictures = createPictures(browser.page, { update: values['update-screenshots'] });
				await checkEditor(checks, demo, browser.page, pictures.picture);
				await checkSchemas(checks, demo, browser.page, pictures.picture);
				await checkPage(checks, demo, browser.page, pictures.picture);
				await checkLivePages(checks, demo, browser.page);
				console.log(`Pictures: ${pictures.folder}`);
			}
		}
	} finally {
		await checks.check('everything that was started is stopped', cleanUp);
	}
	console.log(`${checks.summary()} (${Math.round((Date.now() - started) / 1000)} s)`);
	return checks.counts.failed === 0 ? 0 : 1;
}

main()
	.then((code) => (process.exitCode = code))
	.catch((error) => {
		console.error(error);
		process.exitCode = 1;
	});
