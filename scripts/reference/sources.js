const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const YAML = require('yaml');
const { anchor } = require('./markdown');
const { operationsOf } = require('./operation');
const { refuse } = require('../verify/problems');

/** Where more is said about a request: docs/api and the vendor's own page. */
const UNIFIED_API = 'https://wiki.4psa.com/VoipNow/Developer-Guide/UnifiedAPI-v5';
const VENDOR_PAGES = {
	phoneCall: `${UNIFIED_API}/Phonecall-Service.html`,
	phoneCallEvent: `${UNIFIED_API}/Phonecallevents-Service.html`,
	presence: `${UNIFIED_API}/Presence-Service.html`,
	queueAgent: `${UNIFIED_API}/Queueagents-Service.html`,
	cdr: `${UNIFIED_API}/Cdr-Service.html`,
	fax: `${UNIFIED_API}/Faxes-Service`,
};
/** By the name of the node: its API, and the vendor's page of a resource. */
const SERVICES = {
	lox24: { api: 'lox24', vendorPage: () => 'https://doc.lox24.eu/' },
	voipNow: { api: 'voipnow', vendorPage: (resource) => VENDOR_PAGES[resource] },
};

/** Nodes and contracts name what is in a path differently; nodes have /uapi in the base URL. */
const shapeOf = (heading) => heading.replace(/\{\w+\}/g, '{}').replace(' /uapi/', ' /');

/** Headings of docs/api by the shape of their requests. */
function headingsOf(folder, api) {
	const file = join(folder, 'sandbox', 'openapi', `${api}.yaml`);
	const operations = operationsOf(YAML.parse(readFileSync(file, 'utf8')));
	return new Map(operations.map(({ heading }) => [shapeOf(heading), heading]));
}

/** @returns {Function} links about a request, for the page docs/operations.md */
function sourcesIn(folder) {
	const headings = new Map(
		Object.entries(SERVICES).map(([node, { api }]) => [node, headingsOf(folder, api)]),
	);
	return (node, resource, { method, url }) => {
		const { api, vendorPage } = SERVICES[node];
		const request = `${method} ${url}`;
		const heading = headings.get(node).get(shapeOf(request));
		const page = vendorPage(resource);
		refuse('Nothing in docs/api about', heading ? [] : [request]);
		refuse('No page of the vendor about', page ? [] : [resource]);
		return [`[facts](api/${api}.md#${anchor(heading)})`, `[vendor's documentation](${page})`];
	};
}

module.exports = { sourcesIn };
