'use strict';

const SERVICES = {
	phoneCalls: 'phoneCalls',
	extensions: 'extensions',
	cdr: 'cdr',
	faxes: 'faxes',
};

/** Handlers of the service discovery. */
const discovery = {
	'discovery.get': ({ baseUrl }) => ({
		status: 200,
		mediaType: 'application/xrds+xml',
		body: [
			'<?xml version="1.0" encoding="UTF-8"?>',
			'<XRDS xmlns="xri://$xrds"><XRD xmlns="xri://$xrd*($v*2.0)">',
			...Object.entries(SERVICES).map(
				([name, path]) =>
					`<Service><Type>${name}</Type><URI>${baseUrl}/uapi/${path}</URI></Service>`,
			),
			'</XRD></XRDS>',
		].join('\n'),
	}),
	'discovery.locate': ({ baseUrl }) => ({
		status: 204,
		headers: { 'x-xrds-location': `${baseUrl}/uapi/unifiedapi.xrds` },
	}),
};

module.exports = { discovery };
