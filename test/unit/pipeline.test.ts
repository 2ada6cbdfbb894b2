import { send } from '../../nodes/shared/send/pipeline';
import type { Sent, Stage, Task } from '../../nodes/shared/send/stage';
import type { Question } from '../../nodes/shared/service';
import {
	aRead,
	aRequest,
	failureOf,
	givenLedger,
	givenRun,
	givenService,
	givenTask,
	type Http,
	ok,
} from './given';

jest.mock('../../nodes/shared/send/recall', () => mockWatched('recall'));
jest.mock('../../nodes/shared/send/guard', () => mockWatched('guard', 'guard', 'observe'));
jest.mock('../../nodes/shared/send/concurrency', () => mockWatched('concurrency'));
jest.mock('../../nodes/shared/send/complete', () => mockWatched('complete'));
jest.mock('../../nodes/shared/send/read', () => mockWatched('read'));
jest.mock('../../nodes/shared/send/resolve', () => mockWatched('resolve'));
jest.mock('../../nodes/shared/send/retry', () => mockWatched('retry'));
jest.mock('../../nodes/shared/send/otherForm', () => mockWatched('otherForm'));
jest.mock('../../nodes/shared/send/token', () => mockWatched('token'));
jest.mock('../../nodes/shared/send/once', () => mockWatched('once'));

// What hangs should say so soon.
jest.setTimeout(5000);

/** The stages in the order in which requests came to them. */
let mockSeen: string[] = [];

/** Throws in this stage, before or after what follows. */
let mockFault: { stage: string; isBefore: boolean } | undefined;

/** The stages of a file as they are, but seen by the tests. */
function mockWatched(file: string, ...names: string[]): object {
	const actual: Record<string, unknown> = jest.requireActual(`../../nodes/shared/send/${file}`);
	const watched = (names.length > 0 ? names : [file]).map((name) => {
		const stage = actual[name] as Stage;
		const watch: Stage = async (run, task, request, next) => {
			mockSeen.push(name);
			const isHere = mockFault?.stage === name;
			if (isHere && mockFault?.isBefore) throw new Error(`fault in ${name}`);
			const sent = await stage(run, task, request, next);
			if (isHere) throw new Error(`fault in ${name}`);
			return sent;
		};
		return [name, watch];
	});
	return { ...actual, ...Object.fromEntries(watched) };
}

const ORDER = [
	...['recall', 'guard', 'concurrency', 'complete', 'read', 'resolve'],
	...['retry', 'observe', 'otherForm', 'token', 'once'],
];

const part = { key: '0', to: '12345678' };

beforeEach(() => {
	mockSeen = [];
	mockFault = undefined;
});

describe('pipeline: the order of the stages is the policy', () => {
	test('each request goes through all of them, from the outside in', async () => {
		const { run } = givenRun();
		const task = givenTask({
			effect: {},
			async read({ body }) {
				mockSeen.push('reader');
				return [{ json: { body } }] as Awaited<ReturnType<NonNullable<Task['read']>>>;
			},
			complete(request) {
				mockSeen.push('completion');
				return { request };
			},
		});
		expect(await send(run, task, aRequest)).toEqual({
			...ok({}),
			items: [{ json: { body: {} } }],
		});
		const expected = [...ORDER, 'reader'];
		expected.splice(ORDER.indexOf('complete') + 1, 0, 'completion');
		expect(mockSeen).toEqual(expected);
	});

	test('a retry repeats what is inside of it, and nothing else', async () => {
		const statuses = [503, 200];
		const { run } = givenRun({ http: async () => ({ statusCode: statuses.shift(), body: {} }) });
		expect(await send(run, givenTask(), aRead)).toEqual(ok({}));
		expect(mockSeen).toEqual([...ORDER, 'observe', 'otherForm', 'token', 'once']);
	});

	test('a look-up has retries of its own, but no items, no slot and no line', async () => {
		const question: Question = {
			request: aRead,
			entries: () => [{ id: 1 }],
			proves: () => true,
		};
		const statuses = [502, 503, 200];
		const { run } = givenRun({
			http: async () => ({ statusCode: statuses.shift(), body: {} }),
			service: givenService({ lookUp: () => question }),
		});
		expect(await send(run, givenTask({ effect: {} }), aRequest)).toEqual(ok({ id: 1 }));
		const inside = ORDER.slice(ORDER.indexOf('retry'));
		expect(mockSeen).toEqual([...ORDER, ...inside, ...inside.slice(1)]);
	});

	test('what was recalled comes nowhere near the others', async () => {
		const store = {};
		givenLedger(store).done(part, [{ json: { uuid: 'a' } }]);
		const { run } = givenRun({ ledger: givenLedger(store) });
		const sent = await send(run, givenTask({ effect: {}, parts: [part] }), aRequest);
		expect(sent).toMatchObject({ items: [{ json: { uuid: 'a' } }] });
		expect(mockSeen).toEqual(['recall']);
	});

	test('a run whose account was refused takes no slot', async () => {
		const { run } = givenRun({ http: async () => ({ statusCode: 401 }) });
		await send(run, givenTask(), aRead);
		mockSeen = [];
		expect(failureOf(await send(run, givenTask(), aRead)).status).toBe(401);
		expect(mockSeen).toEqual(['recall', 'guard']);
	});
});

describe('pipeline: what nobody foresaw', () => {
	const faults = ORDER.flatMap((stage) => [
		{ stage, when: 'before', isBefore: true },
		{ stage, when: 'after', isBefore: false },
	]);

	/** Three at the same time, through one slot; then one when the fault is over. */
	async function sendAll(task: Partial<Task>, request = aRequest): Promise<Sent[]> {
		const { run } = givenRun({ concurrency: 1, ledger: givenLedger({}) });
		const sendOne = async (index: number) =>
			await send(run, givenTask({ ...task, itemIndexes: [index] }), request);
		const sent = await Promise.all([sendOne(0), sendOne(1), sendOne(2)]);
		mockFault = undefined;
		return [...sent, await sendOne(3)];
	}

	test.each(faults)('in $stage, $when what follows: an effect is unknown', async (fault) => {
		mockFault = fault;
		const sent = await sendAll({ effect: {} });
		for (const one of sent.slice(0, 3)) {
			expect(failureOf(one)).toEqual({
				message: `Something unexpected happened: fault in ${fault.stage}`,
				description: expect.stringContaining('look it up before you send it again') as string,
				effect: 'unknown',
			});
		}
		expect(sent[3]).toEqual(ok({}));
	});

	test.each(faults)('in $stage, $when what follows: a read can be tried again', async (fault) => {
		mockFault = fault;
		const sent = await sendAll({}, aRead);
		for (const one of sent.slice(0, 3)) {
			expect(failureOf(one)).toMatchObject({ description: 'Try again.', effect: 'none' });
		}
		expect(sent[3]).toEqual(ok({}));
	});

	test('what was begun stays open in the ledger', async () => {
		mockFault = { stage: 'once', isBefore: false };
		const store = {};
		const { run } = givenRun({ ledger: givenLedger(store) });
		await send(run, givenTask({ effect: {}, parts: [part] }), aRequest);
		expect(givenLedger(store).recall(part)).toEqual({});
	});

	test.each([
		['a text', 'a text'],
		[undefined, 'undefined'],
		[null, 'null'],
	])('also where %j is thrown instead of an error', async (thrown, text) => {
		const recall = () => Promise.reject(thrown);
		const { run } = givenRun();
		Object.assign(run, { guard: { pass: recall, refusal: () => undefined } });
		const failure = failureOf(await send(run, givenTask({ effect: {} }), aRequest));
		expect(failure.message).toBe(`Something unexpected happened: ${text}`);
	});

	test.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['a text', 'socket hang up'],
		['an error whose cause is a text', Object.assign(new Error(), { cause: 'socket' })],
	])('n8n throws %s instead of an error: an effect is unknown', async (_what, thrown) => {
		const http: Http = async () => await Promise.reject(thrown as Error);
		const { run } = givenRun({ http });
		const failure = failureOf(await send(run, givenTask({ effect: {} }), aRequest));
		expect(failure.effect).toBe('unknown');
	});
});
