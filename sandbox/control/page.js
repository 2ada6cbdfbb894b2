'use strict';

const fs = require('node:fs');
const path = require('node:path');

const FOLDER = path.join(__dirname, 'browser');

/** @returns {string} the page that shows what arrived: one HTML document with its style and script in it */
function page() {
	const read = (name) => fs.readFileSync(path.join(FOLDER, name), 'utf8');
	return read('page.html')
		.replace('/* page.css */', () => read('page.css'))
		.replace('/* page.js */', () => read('page.js'));
}

module.exports = { page };
