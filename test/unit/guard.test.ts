import type { Sent } from '../../nodes/shared/send/stage';
import { forgetAccounts, Guard } from '../../nodes/shared/send/guard';
import { failed, failureOf, FakeClock, givenService, ok, settle } from './given';

const refused = failed({ status: 401, message: 'Wrong token' });
const noCredit = failed({ status: 402, message: 'No credit' });
const broken = failed({ status: 503, effect: 'unknown' });
const { refusesAccount } = givenService();

/** The requests of a run that the guard let through, in their order. */
class Requests {
	readonly begun: string[] = [];

	private readonly open = new Map<string, (sent: Sent) => void>();

	constructor(readonly guard: Guard) {}

	/** Asks to be let through; the response comes with `end`. */
	async ask(name: string, costs = false): Promise<Sent> {
		return await this.guard.pass(costs, async () => {
			this.begun.push(name);
			const sent = await new Promise<Sent>((end) => this.open.set(name, end));
			this.guard.observe(sent, refusesAccount);
			return sent;
		});
	}

	async end(name: string, sent: Sent): Promise<void> {
		this.open.get(name)!(sent);
		await settle();
	}
}

describe('guard: the requests of one run', () => {
	let clock: FakeClock;
	let requests: Requests;

	beforeEach(() => {
		forgetAccounts();
		clock = new FakeClock();
		requests = new Requests(new Guard('account', 'execution', clock));
	});

	const isOpen = () => requests.guard.refusal() === undefined;

	async function askAll(names: string): Promise<Array<Promise<Sent>>> {
		const asked = [...names].map((name) => requests.ask(name));
		await settle();
		return asked;
	}

	test('the first goes alone; once it is proved, all that wait go at once, in their order', async () => {
		const asked = await askAll('abcdef');
		expect(requests.begun).toEqual(['a']);
		await requests.end('a', ok());
		expect(requests.begun.join('')).toBe('abcdef');
		for (const name of 'bcdef') await requests.end(name, ok(name));
		expect(await Promise.all(asked)).toEqual([ok(), ...[...'bcdef'].map((name) => ok(name))]);
	});

	test('while nothing is proved they go one after the other, in their order', async () => {
		await askAll('abcd');
		await requests.end('a', broken);
		expect(requests.begun.join('')).toBe('ab');
		await requests.end('b', failed({ status: 500 }));
		expect(requests.begun.join('')).toBe('abc');
		await requests.end('c', failed({ status: 404 }));
		expect(requests.begun.join('')).toBe('abcd');
	});

	test('after a refusal nothing more is sent, and each is told the same', async () => {
		const asked = await askAll('abc');
		await requests.end('a', refused);
		expect(await Promise.all(asked)).toEqual([refused, refused, refused]);
		expect(requests.begun).toEqual(['a']);
		expect(await requests.ask('late')).toEqual(refused);
	});

	test('a fault first and a refusal then: one refused request', async () => {
		const asked = await askAll('abcdefghij');
		await requests.end('a', broken);
		await requests.end('b', refused);
		expect(requests.begun).toEqual(['a', 'b']);
		expect((await Promise.all(asked)).slice(1)).toEqual(Array(9).fill(refused));
	});

	test('a token that is refused in the middle closes the run', async () => {
		await askAll('ab');
		await requests.end('a', ok());
		await requests.end('b', refused);
		expect(requests.guard.refusal()).toBe(refused.failure);
	});

	test.each([400, 404, 409, 422])('status %i proves the token', async (status) => {
		await askAll('abc');
		await requests.end('a', failed({ status }));
		expect(requests.begun).toHaveLength(3);
		expect(isOpen()).toBe(true);
	});

	test.each([undefined, 200, 302, 402, 405, 410, 415, 418, 500, 502, 503, 504])(
		'a failure with status %s proves nothing, and refuses nothing that costs nothing',
		async (status) => {
			await askAll('abc');
			await requests.end('a', failed({ status }));
			expect(requests.begun).toEqual(['a', 'b']);
			expect(isOpen()).toBe(true);
			expect(requests.guard.refusal(true) === undefined).toBe(status !== 402);
		},
	);

	test('a failure without a response can say that the credential gets nothing', async () => {
		const noToken = failed({ status: undefined, noAccess: true });
		const asked = await askAll('ab');
		await requests.end('a', noToken);
		expect(await asked[1]).toEqual(noToken);
		expect(requests.begun).toEqual(['a']);
	});

	test('after a 402 only what costs is not sent', async () => {
		await askAll('a');
		await requests.end('a', ok());
		void requests.ask('b', true);
		await settle();
		await requests.end('b', noCredit);
		expect(requests.guard.refusal(true)).toBe(noCredit.failure);
		expect(isOpen()).toBe(true);
	});

	test('a first request that meets a 402 holds back the others that cost', async () => {
		const first = requests.ask('first', true);
		const costly = requests.ask('costly', true);
		const free = requests.ask('free');
		await settle();
		await requests.end('first', noCredit);
		expect(await costly).toEqual(noCredit);
		expect(requests.begun).toEqual(['first', 'free']);
		await requests.end('free', ok());
		expect([await first, await free]).toEqual([noCredit, ok()]);
	});

	test('what throws leaves the line to the next', async () => {
		const thrown = requests.guard.pass(false, async () => {
			throw new Error('nobody foresaw this');
		});
		await expect(thrown).rejects.toThrow('nobody foresaw this');
		void requests.ask('next');
		await settle();
		expect(requests.begun).toEqual(['next']);
	});

	test('what throws while others wait leaves the line to the first of them', async () => {
		let fail!: (error: Error) => void;
		const thrown = requests.guard.pass(
			false,
			async () => await new Promise<Sent>((_resolve, reject) => (fail = reject)),
		);
		await askAll('ab');
		fail(new Error('nobody foresaw this'));
		await expect(thrown).rejects.toThrow('nobody foresaw this');
		await settle();
		expect(requests.begun).toEqual(['a']);
		await requests.end('a', ok());
		expect(requests.begun).toEqual(['a', 'b']);
	});

	describe('nobody answers at the address', () => {
		const nobody = failed({ status: undefined, transport: true });

		test('nothing more is sent in this run', async () => {
			requests.guard.giveUpIfUnreachable(nobody);
			expect(await requests.ask('a')).toEqual(nobody);
			expect(requests.begun).toEqual([]);
		});

		test('other runs of the execution try for themselves', () => {
			requests.guard.giveUpIfUnreachable(nobody);
			expect(new Guard('account', 'execution', clock).refusal()).toBeUndefined();
		});

		test.each([
			{ what: 'a success', sent: ok() },
			{ what: 'a lost connection', sent: failed({ ...nobody.failure, effect: 'unknown' }) },
			{ what: 'a response', sent: failed({ ...nobody.failure, status: 503 }) },
			{ what: 'what has nothing to do with the network', sent: failed({ status: undefined }) },
		])('$what closes nothing', ({ sent }) => {
			requests.guard.giveUpIfUnreachable(sent as Sent);
			expect(isOpen()).toBe(true);
		});
	});

	test('the words of a refusal are those of the service', async () => {
		void requests.ask('a');
		await settle();
		await requests.end('a', refused);
		expect(failureOf(await requests.ask('b')).message).toBe('Wrong token');
	});
});
