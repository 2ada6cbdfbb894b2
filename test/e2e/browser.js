const { existsSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { chromium } = require('playwright-core');

/** No sandbox of its own, since continuous integration runs as root; and no calls to Google. */
const FLAGS = [
	...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
	...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Debian, Ubuntu; others say where theirs is by CHROMIUM. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** A Chromium without any memory of earlier runs. */
async function openBrowser() {
	if (!existsSync(CHROMIUM)) {
		throw new Error(
			`There is no Chromium at ${CHROMIUM}. Install it (Debian: apt install chromium) or set CHROMIUM.`,
		);
	}
	const profile = mkdtempSync(join(tmpdir(), 'e2e-chromium-'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: CHROMIUM,
		args: FLAGS,
		headless: true,
		viewport: { width: 1280, height: 800 },
		locale: 'en-US',
		timezoneId: 'UTC',
		colorScheme: 'light',
		reducedMotion: 'reduce',
	});
	context.setDefaultTimeout(60_000);
	return {
		page: context.pages()[0] ?? (await context.newPage()),
		async close() {
			await context.close();
			rmSync(profile, { recursive: true, force: true });
		},
	};
}

module.exports = { openBrowser };
