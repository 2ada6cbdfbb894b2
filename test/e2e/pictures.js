const { mkdirSync, mkdtempSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const DOCS = join(__dirname, '..', '..', 'docs', 'screenshots');

/** The README shows them, so they have to load quickly. */
const LARGEST = 200_000;

/** Menus slide in and nodes fade in; a picture halfway looks broken. */
const SETTLE_MILLISECONDS = 700;

/**
 * Takes the pictures of the README. They are rewritten only on demand: every run gives slightly
 * different files, which would fill the history of the repository.
 */
function createPictures(page, { update }) {
	const folder = update ? DOCS : mkdtempSync(join(tmpdir(), 'e2e-screenshots-'));
	mkdirSync(folder, { recursive: true });

	async function picture(name) {
		const path = join(folder, `${name}.png`);
		await page.mouse.move(640, 795);
		await page.waitForTimeout(SETTLE_MILLISECONDS);
		await page.screenshot({ path, caret: 'hide' });
		const { size } = statSync(path);
		if (size > LARGEST) throw new Error(`${name}.png has ${size} bytes, more than ${LARGEST}`);
	}
	return { folder, picture };
}

module.exports = { createPictures };
