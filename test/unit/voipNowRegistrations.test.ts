import * as fc from 'fast-check';

import {
	addressOf,
	contentOf,
	isDone,
	type Own,
	plan,
	type Registration,
} from '../../nodes/VoipNow/trigger/registrations';

const ID = '5b1c7f0a-1111-4222-8333-944445555666';
const INSTANCE = 'n8n abcd1234 ';
const MARK = `${INSTANCE}w0rkFl0w: `;
const NOTE = `${MARK}Missed calls, VoipNow Trigger`;

const own: Own = {
	base: `https://n8n.example/webhook/${ID}/call`,
	segments: 3,
	instance: INSTANCE,
	mark: MARK,
};

let ids = 0;

function registration(more: Partial<Registration> = {}): Registration {
	const type = more.type ?? '0';
	return { id: `event${++ids}`, type, ...contentOf(own, type, NOTE), ...more };
}

/** VoipNow after a plan was carried out. */
function after(found: Registration[], types: string[]): Registration[] {
	const { create, update, remove } = plan(found, types, own);
	return [
		...found
			.filter((one) => !remove.includes(one))
			.map((one) => (update.includes(one) ? { ...one, ...contentOf(own, one.type, NOTE) } : one)),
		...create.map((type) => registration({ type })),
	];
}

const type = fc.constantFrom('0', '1', '2', '3', '4');
const end = fc.constantFrom('0', '1', '2', '3', '4', '5', '10', '', 'x');

/** Addresses of this trigger before and after a move, of a test of it, of other triggers, and any. */
const url = fc.oneof(
	end.map((last) => `https://n8n.example/webhook/${ID}/call/${last}`),
	end.map((last) => `https://old.example:5678/prefix/webhook/${ID}/call/${last}`),
	end.map((last) => `https://n8n.example/webhook-test/${ID}/call/${last}`),
	end.map((last) => `https://n8n.example/webhook/another/call/${last}`),
	fc.webUrl(),
	fc.string(),
);

const registrations = fc.array(
	fc.record({
		id: fc.uuid(),
		type,
		url,
		method: fc.constantFrom('0', '1', ''),
		status: fc.constantFrom('0', '1', ''),
		note: fc.oneof(fc.constantFrom(NOTE, 'n8n 99999999: Copy', ''), fc.string()),
	}),
);

const wanted = fc.uniqueArray(type);

describe('call events of the VoipNow Trigger: whatever is registered', () => {
	test('afterwards each type that is wanted is registered once, as wanted', () => {
		fc.assert(
			fc.property(registrations, wanted, (found, types) => {
				const left = after(found, types);
				for (const one of types) {
					const address = addressOf(own, one);
					const calling = left.filter(({ url: given }) => given === address);
					expect(calling.map((event) => event.type)).toEqual([one]);
					expect(calling[0]).toMatchObject({ method: '1', status: '1' });
				}
			}),
		);
	});

	test('a second time there is nothing to do', () => {
		fc.assert(
			fc.property(registrations, wanted, (found, types) => {
				expect(isDone(plan(after(found, types), types, own))).toBe(true);
			}),
		);
	});

	test('after the trigger is gone nothing calls it any more', () => {
		fc.assert(
			fc.property(registrations, wanted, (found, types) => {
				const left = after(after(found, types), []);
				const own = (one: Registration) =>
					/^https:..n8n\.example.webhook.5b1c7f0a-[-\d]+.call.[0-4]$/.test(one.url);
				expect(left.filter(own)).toEqual([]);
			}),
		);
	});

	test('what is of others stays as it is', () => {
		const foreign = ({ url: given, note }: Registration) =>
			!given.includes(`/webhook/${ID}/call/`) ||
			(!note.startsWith(MARK) && !given.startsWith(own.base));
		fc.assert(
			fc.property(registrations, wanted, (found, types) => {
				const { update, remove } = plan(found, types, own);
				expect([...update, ...remove].filter(foreign)).toEqual([]);
			}),
		);
	});
});

describe('call events of the VoipNow Trigger: which are its own', () => {
	const removed = (more: Partial<Registration>) =>
		plan([registration(more)], [], own).remove.length === 1;

	test.each<[string, boolean, Partial<Registration>]>([
		['its own', true, {}],
		['its own, whatever the note', true, { note: 'changed by hand' }],
		['from before a move', true, { url: `http://old.example/n8n/webhook/${ID}/call/0` }],
		['written in another way', true, { url: `HTTPS://N8N.example:443/webhook/${ID}/call/0` }],
		['with a type that is not that of its address', true, { type: '3' }],
		['renamed', true, { note: `${MARK}Another name, Another trigger` }],
		['of a test', false, { url: `https://n8n.example/webhook-test/${ID}/call/0` }],
		['of another trigger', false, { url: 'https://n8n.example/webhook/another/call/0' }],
		['of a node that is not ours', false, { url: `https://n8n.example/webhook/${ID}/0` }],
		['with a longer path', false, { url: `https://n8n.example/webhook/${ID}/call/0/1` }],
		[
			'of a copy of the workflow in another n8n',
			false,
			{ url: `https://copy.example/webhook/${ID}/call/0`, note: 'n8n 99999999: Missed calls' },
		],
		['without an address', false, { url: '' }],
	])('%s: %s', (_which, expected, more) => {
		expect(removed(more)).toBe(expected);
	});

	test('a trigger without an ID of its own goes by workflow and name', () => {
		const unnamed = {
			base: 'https://n8n.example/webhook/wf1/my%20trigger/call',
			segments: 4,
			instance: INSTANCE,
			mark: MARK,
		};
		const moved = (workflow: string) =>
			registration({ url: `https://old.example/webhook/${workflow}/my%20trigger/call/0` });
		expect(plan([moved('wf1')], [], unnamed).remove).toHaveLength(1);
		expect(plan([moved('wf2')], [], unnamed).remove).toHaveLength(0);
	});

	test('of several the one that is right already is kept', () => {
		const [stale, right] = [registration({ status: '0' }), registration()];
		expect(plan([stale, right], ['0'], own)).toEqual({ create: [], update: [], remove: [stale] });
	});

	test('one that is disabled, or called by GET, is put right', () => {
		for (const wrong of [{ status: '0' }, { method: '0' }]) {
			const found = registration(wrong);
			expect(plan([found], ['0'], own)).toEqual({ create: [], update: [found], remove: [] });
		}
	});
});
