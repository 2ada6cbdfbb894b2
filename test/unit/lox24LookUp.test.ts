import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { digitsOf, lookUp } from '../../nodes/Lox24/api/lookUp';
import type { Task } from '../../nodes/shared/send/stage';
import type { Question } from '../../nodes/shared/service';
import { givenLedger, givenRun, givenTask, NOON } from './given';

const OWN_ID = `n8n-${'0123456789abcdef'.repeat(2)}`;
const SECONDS = NOON / 1000;

/** The request of a message. */
function sms(body: IDataObject, more: Partial<IHttpRequestOptions> = {}): IHttpRequestOptions {
	return {
		method: 'POST',
		baseURL: 'https://api.lox24.eu',
		url: '/sms',
		headers: { Accept: 'application/json', 'X-A': 'a' },
		timeout: 5000,
		body: { phone: '+491511234567', text: 'Hello', callback_data: 'crm-42', ...body },
		...more,
	};
}

/** How to find out about the first of these messages, which are all those of a run. */
function ask(
	bodies: IDataObject[],
	{ task = { sentAt: NOON }, startedAt = NOON }: { task?: Partial<Task>; startedAt?: number } = {},
): Question {
	const { run, clock } = givenRun({ ledger: givenLedger({}, { now: startedAt }) });
	run.requests.push(...bodies.map((body) => sms(body)));
	// The look-up comes a little later.
	clock.time += 3000;
	return lookUp(run.requests[0], givenTask(task), run)!;
}

/** LOX24's own clock, so many milliseconds ahead of ours, as it answers. */
function header(ahead = 0): IDataObject {
	return { date: new Date(NOON + 3000 + ahead).toUTCString() };
}

const entryOf = (more: IDataObject = {}): IDataObject => ({
	callback_data: 'crm-42',
	phone: '+491511234567',
	text: 'Hello',
	created_at: SECONDS,
	...more,
});

/** Whether this entry, in a response with these headers, proves that the message was sent. */
function proves(question: Question, entry: IDataObject, headers = header()): boolean {
	const [read] = question.entries({ status: 200, headers, body: [entry] }) as IDataObject[];
	return question.proves(read);
}

describe('LOX24 look-up: the question', () => {
	test.each([
		['another endpoint', sms({}, { url: '/sms/dryrun' })],
		['a change', sms({}, { method: 'PUT' })],
		['no callback data', sms({ callback_data: undefined })],
	])('%s cannot be asked about', (_what, request) => {
		expect(lookUp(request, givenTask(), givenRun().run)).toBeUndefined();
	});

	test('it lists the messages with the callback data, as JSON-LD, and sends no message', () => {
		expect(ask([{}]).request).toEqual({
			method: 'GET',
			baseURL: 'https://api.lox24.eu',
			url: '/sms',
			headers: { Accept: 'application/ld+json', 'X-A': 'a' },
			timeout: 5000,
			qs: { callback_data: 'crm-42' },
			body: undefined,
		});
	});

	test.each([
		['an array', [{ id: 1 }], [{ id: 1 }]],
		['a collection', { 'hydra:member': [{ id: 1 }] }, [{ id: 1 }]],
		['a collection without prefix', { member: [{ id: 1 }] }, [{ id: 1 }]],
		['nothing', undefined, []],
		['an object', { id: 1 }, []],
		['a collection of something else', { member: { id: 1 } }, []],
		['a text', 'text', []],
	])('%s', (_what, body, entries) => {
		expect(ask([{}]).entries({ status: 200, headers: header(), body })).toEqual(entries);
	});
});

describe('LOX24 look-up: an ID that the node made up', () => {
	const own = { callback_data: OWN_ID };
	const found = entryOf(own);

	test('it proves the message, whenever it was made and whatever the clocks say', () => {
		const question = ask([own]);
		expect(proves(question, found)).toBe(true);
		expect(proves(question, { ...found, created_at: 1 }, {})).toBe(true);
		expect(proves(question, { ...found, created_at: undefined })).toBe(true);
	});

	test('a text that differs proves nothing, because LOX24 changes texts', () => {
		expect(proves(ask([own]), { ...found, text: 'other' })).toBe(true);
	});

	test('the phone is compared by its digits', () => {
		const question = ask([{ ...own, phone: '+49 (151) 123-4567' }]);
		expect(proves(question, { ...found, phone: '491511234567' })).toBe(true);
	});

	test.each([
		['another ID', { callback_data: `n8n-${'f'.repeat(32)}` }],
		['another phone', { phone: '+491511234568' }],
		['no phone', { phone: undefined }],
		['a phone without digits', { phone: 'hidden' }],
	])('%s proves nothing', (_what, more) => {
		expect(proves(ask([own]), { ...found, ...more })).toBe(false);
	});

	test('a message without digits in its phone is never proved', () => {
		const question = ask([{ ...own, phone: 'nobody' }]);
		expect(proves(question, { ...found, phone: 'nobody' })).toBe(false);
	});
});

describe('LOX24 look-up: callback data of the user', () => {
	test.each([
		['the same', {}, true],
		['another callback data', { callback_data: 'crm-43' }, false],
		['another phone', { phone: '+491511234568' }, false],
		['another text', { text: 'Transliterated' }, true],
	])('one message of the run, and an entry with %s: %s', (_what, more, expected) => {
		expect(proves(ask([{}]), entryOf(more))).toBe(expected);
	});

	describe('only what was made after the request proves something', () => {
		test.each([
			['in the same second', 0, true],
			['a second before, for times are whole seconds', -1, true],
			['two seconds before', -2, false],
			['a day before', -86_400, false],
			['later', 60, true],
		])('%s', (_what, seconds, expected) => {
			expect(proves(ask([{}]), entryOf({ created_at: SECONDS + seconds }))).toBe(expected);
		});

		test.each([3_600_000, -3_600_000])("by LOX24's own clock, %i milliseconds ahead", (ahead) => {
			const shift = ahead / 1000;
			const at = (seconds: number) => entryOf({ created_at: SECONDS + shift + seconds });
			expect(proves(ask([{}]), at(0), header(ahead))).toBe(true);
			expect(proves(ask([{}]), at(-1), header(ahead))).toBe(true);
			expect(proves(ask([{}]), at(-2), header(ahead))).toBe(false);
		});

		test('the header of each response counts, not that of an earlier one', () => {
			const question = ask([{}]);
			const entry = entryOf();
			expect(proves(question, entry, header(3_600_000))).toBe(false);
			expect(proves(question, entry, header())).toBe(true);
			expect(proves(question, entry, {})).toBe(false);
		});

		test('as text it counts as well', () => {
			expect(proves(ask([{}]), entryOf({ created_at: String(SECONDS) }))).toBe(true);
		});

		test.each([undefined, null, 'yesterday', 0])('created at %j it proves nothing', (time) => {
			expect(proves(ask([{}]), entryOf({ created_at: time }))).toBe(false);
		});

		test.each([{}, { date: '' }, { date: 'soon' }])(
			'with the headers %j nothing is proved',
			(h) => {
				expect(proves(ask([{}]), entryOf({ created_at: SECONDS + 60 }), h)).toBe(false);
			},
		);

		test('of an earlier try, from the start of the first one on', () => {
			const options = { task: { earlier: {}, sentAt: NOON }, startedAt: NOON - 60_000 };
			const at = (seconds: number) => entryOf({ created_at: SECONDS + seconds });
			expect(proves(ask([{}], options), at(-61))).toBe(true);
			expect(proves(ask([{}], options), at(-62))).toBe(false);
		});

		test('without a response nothing is proved', () => {
			expect(ask([{}]).proves(entryOf())).toBe(false);
		});

		test('a request that was not sent yet has no time before which nothing counts', () => {
			expect(proves(ask([{}], { task: {} }), entryOf({ created_at: 1 }))).toBe(true);
		});
	});

	describe('several messages of the run have it', () => {
		const hello = { text: 'Hello' };
		const bye = { text: 'Good bye' };

		test('messages to others, or with other callback data, are no twins', () => {
			const question = ask([hello, { phone: '+491511234568' }, { callback_data: 'crm-43' }]);
			expect(proves(question, entryOf({ text: 'Transliterated' }))).toBe(true);
		});

		test('texts that differ tell them apart', () => {
			const question = ask([hello, bye]);
			expect(proves(question, entryOf(hello))).toBe(true);
			expect(proves(question, entryOf(bye))).toBe(false);
			expect(proves(question, entryOf({ text: 'Hallo' }))).toBe(false);
			expect(proves(ask([bye, hello]), entryOf(bye))).toBe(true);
		});

		test('blanks do not: a service may trim them', () => {
			const question = ask([{ text: ' Hello  you\n' }, bye]);
			expect(proves(question, entryOf({ text: 'Hello you' }))).toBe(true);
			expect(proves(ask([hello, { text: ' Hello ' }]), entryOf(hello))).toBe(false);
			expect(proves(ask([{ text: 'Helloyou' }, bye]), entryOf({ text: 'Hello you' }))).toBe(false);
		});

		test('the phone of a twin may be written in another way', () => {
			const question = ask([hello, { ...bye, phone: '+49 151 1234567' }]);
			expect(proves(question, entryOf({ text: 'Transliterated' }))).toBe(false);
		});

		test('the same text makes them alike, so nothing is proved', () => {
			expect(proves(ask([hello, hello]), entryOf(hello))).toBe(false);
			expect(proves(ask([hello, bye, bye]), entryOf(hello))).toBe(true);
		});

		test('no text is a text of its own', () => {
			const question = ask([{ text: undefined }, bye]);
			expect(proves(question, entryOf({ text: '' }))).toBe(true);
			expect(proves(question, entryOf({ text: null }))).toBe(true);
			expect(proves(question, entryOf({ text: 'undefined' }))).toBe(false);
		});
	});
});

describe('LOX24 look-up: digits of a phone', () => {
	test.each([
		['+49 (151) 12-34', '491511234'],
		[491511234, '491511234'],
		['', ''],
		[undefined, ''],
		[null, ''],
		['no phone', ''],
	])('%j: %j', (phone, digits) => {
		expect(digitsOf(phone)).toBe(digits);
	});
});
