import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { parse } from 'yaml';

import { differences, eventFactsOf, factsOf } from './vendor/differences';
import { KNOWN, written } from './vendor/knownDifferences';
import type { Tree } from './vendor/schemaFacts';

/** LOX24's own document lies beside the repository where there is one; it is no part of this package. */
const VENDOR = resolve(__dirname, '../../../shared/vendor/lox24-openapi-2.22.json');
const isThere = existsSync(VENDOR);
if (!isThere) {
	process.stderr.write(
		`Skipped: the contract was not compared with LOX24's document: ../shared/vendor is not here\n`,
	);
}

const ours = parse(
	readFileSync(join(__dirname, '../../sandbox/openapi/lox24.yaml'), 'utf8'),
) as Tree;
const between = (one: Tree, other: Tree) => [
	...differences(factsOf(one), factsOf(other)),
	...differences(eventFactsOf(one), eventFactsOf(other)),
];
const known = KNOWN.flatMap(({ differences: entries }) => entries.flatMap(written));

(isThere ? describe : describe.skip)("the contract and LOX24's OpenAPI document 2.22", () => {
	const theirs = isThere ? (JSON.parse(readFileSync(VENDOR, 'utf8')) as Tree) : {};
	const found = isThere ? between(ours, theirs) : [];

	test('there is something to compare', () => {
		expect(theirs['x-doc-version']).toContain('2.22');
		expect(Object.keys(theirs.paths).length).toBeGreaterThan(35);
		expect(factsOf(theirs).size).toBeGreaterThan(1500);
		expect(eventFactsOf(theirs).size).toBeGreaterThan(100);
	});

	test('every difference is known, with its reason', () => {
		expect(found.filter((one) => !known.includes(one))).toEqual([]);
	});

	test('every known difference is still there', () => {
		expect(known.filter((one) => !found.includes(one))).toEqual([]);
	});
});

test('no difference is on the list twice', () => {
	expect(known.filter((one, index) => known.indexOf(one) !== index)).toEqual([]);
});

describe('the comparison notices', () => {
	type Change = (document: Tree) => unknown;
	const schema = (document: Tree, name: string) => document.components.schemas[name];
	const changes: Array<[string, Change, string]> = [
		['an operation', (d) => delete d.paths['/me'], 'GET /me: exists: only theirs, true'],
		[
			'a parameter',
			(d) => d.paths['/groups'].get.parameters.pop(),
			'GET /groups: query page exists: only theirs, true',
		],
		[
			'the values of a parameter',
			(d) => (d.components.parameters['order.date'].schema.enum = ['asc']),
			'GET /short_link_requests: query _order[date] enum: ours "asc", theirs "asc desc"',
		],
		[
			'a field of a body',
			(d) => delete schema(d, 'SmsInput').properties.source,
			'POST /sms: body source exists: only theirs, true',
		],
		[
			'that a field is required',
			(d) => schema(d, 'SmsInput').required.pop(),
			'POST /sms/dryrun: body phone required: only theirs, true',
		],
		[
			'that a field takes null',
			(d) => (schema(d, 'BulkInput').properties.delivery_at.type = 'integer'),
			'POST /bulks: body delivery_at type: ours "integer", theirs "integer or null"',
		],
		[
			'a length, in all that refers to it',
			(d) => (schema(d, 'CallbackData').maxLength = 40),
			'POST /groups/{}/phones/batch: body [].callback_data maxLength: ours 40, theirs 36',
		],
		[
			'a pattern deep inside',
			(d) => (schema(d, 'BlockedNumber').properties.number.pattern = '.'),
			'GET /blocked_numbers: response [].number pattern: ours ".", theirs "^\\\\+[0-9]{4,20}$"',
		],
		[
			'a field of a response',
			(d) => (schema(d, 'FraudIp').properties.host = { type: 'string' }),
			'GET /fraud-checks/{}: response request_ip.host exists: only ours, true',
		],
		[
			'a status',
			(d) => delete d.paths['/sms'].post.responses['402'],
			'POST /sms: responds 402: only theirs, true',
		],
		[
			'a kind of content',
			(d) => delete d.paths['/me'].get.responses['200'].content['application/ld+json'],
			'GET /me: responds 200 application/ld+json: only theirs, true',
		],
		[
			'an event',
			(d) => delete d.webhooks['sms.incoming'],
			'sms.incoming: exists: only theirs, true',
		],
		[
			'a field of an event that it needs',
			(d) => schema(d, 'SubscribeData').required.shift(),
			'phone.subscribe: event data.phone required: only theirs, true',
		],
	];

	test.each(changes)('%s', (_, change, expected) => {
		const changed = structuredClone(ours);
		change(changed);
		expect(between(changed, ours)).toContain(expected);
	});

	test('nothing between equals', () => {
		expect(between(structuredClone(ours), ours)).toEqual([]);
	});
});

test('an entry stands for a difference with each of its texts', () => {
	expect(written('<GET|PUT> /a<|/{}>: x')).toEqual([
		...['GET /a: x', 'GET /a/{}: x', 'PUT /a: x', 'PUT /a/{}: x'],
	]);
	expect(written('POST /b: y "$&"')).toEqual(['POST /b: y "$&"']);
});
