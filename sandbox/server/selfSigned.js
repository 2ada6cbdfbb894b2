'use strict';

const { generateKeyPairSync, randomBytes, sign } = require('node:crypto');

const DAY = 86_400_000;

/** Object identifiers, already encoded. */
const OIDS = {
	commonName: '550403',
	ecdsaWithSha256: '2a8648ce3d040302',
	basicConstraints: '551d13',
	keyUsage: '551d0f',
	extendedKeyUsage: '551d25',
	serverAuth: '2b06010505070301',
	subjectAltName: '551d11',
};

/**
 * Makes a certificate for localhost and 127.0.0.1 that signs itself (X.509 v3, RFC 5280), good for 30 days.
 * It is its own authority, so a client trusts it by taking it as `ca`.
 * @returns {{ key: string, cert: string }} PEM
 */
function selfSigned() {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const algorithm = sequence(oid('ecdsaWithSha256'));
	const name = sequence(set(sequence(oid('commonName'), tagged(0x0c, Buffer.from('localhost')))));
	const content = sequence(
		tagged(0xa0, integer(Buffer.from([2]))),
		integer(Buffer.concat([Buffer.from([0x01]), randomBytes(15)])),
		algorithm,
		name,
		sequence(utcTime(Date.now() - DAY), utcTime(Date.now() + 30 * DAY)),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
		tagged(0xa3, sequence(...extensions())),
	);
	const signature = sign('sha256', content, privateKey);
	return {
		key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
		cert: pem(sequence(content, algorithm, bits(signature))),
	};
}

function extensions() {
	const extension = (name, value, critical = false) =>
		sequence(oid(name), ...(critical ? [yes()] : []), tagged(0x04, value));
	return [
		extension('basicConstraints', sequence(yes()), true),
		// digitalSignature and keyCertSign; the two lowest bits are not used.
		extension('keyUsage', tagged(0x03, Buffer.from([0x02, 0x84])), true),
		extension('extendedKeyUsage', sequence(oid('serverAuth'))),
		extension(
			'subjectAltName',
			sequence(tagged(0x82, Buffer.from('localhost')), tagged(0x87, Buffer.from([127, 0, 0, 1]))),
		),
	];
}

function tagged(tag, content) {
	return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
}

function lengthOf({ length }) {
	if (length < 0x80) return Buffer.from([length]);
	const bytes = length < 0x100 ? [length] : [length >> 8, length & 0xff];
	return Buffer.from([0x80 | bytes.length, ...bytes]);
}

const sequence = (...parts) => tagged(0x30, Buffer.concat(parts));
const set = (...parts) => tagged(0x31, Buffer.concat(parts));
const integer = (bytes) => tagged(0x02, bytes);
const bits = (bytes) => tagged(0x03, Buffer.concat([Buffer.from([0]), bytes]));
const oid = (name) => tagged(0x06, Buffer.from(OIDS[name], 'hex'));
const yes = () => tagged(0x01, Buffer.from([0xff]));

/** @param {number} time milliseconds since 1970, before 2050 */
function utcTime(time) {
	const digits = new Date(time).toISOString().replace(/[-:T]/g, '');
	return tagged(0x17, Buffer.from(`${digits.slice(2, 14)}Z`));
}

function pem(der) {
	const lines = der.toString('base64').match(/.{1,64}/g);
	return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

module.exports = { selfSigned };
