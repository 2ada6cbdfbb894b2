import { accountKey, forgetAccounts, Guard } from '../../nodes/shared/send/guard';
import type { Sent } from '../../nodes/shared/send/stage';
import { failed, failureOf, FakeClock, givenService, ok, settle } from './given';

const MINUTE = 60_000;
const refused = failed({ status: 401, message: 'Wrong token' });
const { refusesAccount } = givenService();

describe('guard: many executions with the same account', () => {
	let clock: FakeClock;
	let sent: number;

	beforeEach(() => {
		forgetAccounts();
		clock = new FakeClock();
		sent = 0;
	});

	const guardOf = (execution: string, account = 'account') => new Guard(account, execution, clock);

	/** One item of a run; the service answers like this, after the others had their turn. */
	async function ask(guard: Guard, response: Sent): Promise<Sent> {
		return await guard.pass(false, async () => {
			sent++;
			await settle();
			guard.observe(response, refusesAccount);
			return response;
		});
	}

	/** So many executions at the same time, three items each. */
	async function execute(count: number, response: Sent, name = 'execution'): Promise<Sent[]> {
		const guards = Array.from({ length: count }, (_, index) => guardOf(`${name} ${index}`));
		const items = guards.flatMap((guard) => [guard, guard, guard]);
		return await Promise.all(items.map(async (guard) => await ask(guard, response)));
	}

	test('a refusal is final for the execution, in all its runs', async () => {
		await ask(guardOf('one'), refused);
		clock.time += 10 * MINUTE;
		expect(await ask(guardOf('one'), ok())).toEqual(refused);
		expect(await ask(guardOf('two'), ok())).toEqual(ok());
		expect(sent).toBe(2);
	});

	test('one is refused, however many executions there are', async () => {
		const results = await execute(20, refused);
		expect(sent).toBe(1);
		expect(results.every((one) => failureOf(one).effect === 'none')).toBe(true);
	});

	test('the others are told why nothing was sent, and not to try again', async () => {
		await execute(2, refused);
		expect(await ask(guardOf('late'), ok())).toEqual({
			failure: {
				message: 'Not sent, because the service has just refused this credential: Wrong token',
				description: 'Correct the credential, or wait a minute. Nothing was sent.',
				effect: 'none',
				noAccess: true,
				isHeld: true,
			},
		});
	});

	test('who met the refusal of another execution continues after a minute', async () => {
		const guard = guardOf('late');
		await execute(1, refused);
		const held = { failure: guard.refusal()! };
		guard.observe(held, refusesAccount);
		clock.time += MINUTE;
		expect(guard.refusal()).toBeUndefined();
	});

	test('one refusal of a token that was just accepted closes only its own execution', async () => {
		await ask(guardOf('before'), ok());
		const guard = guardOf('forbidden');
		await ask(guard, failed({ status: 403, message: 'Forbidden', noAccess: true }));
		expect(guard.refusal()?.message).toBe('Forbidden');
		expect(guardOf('another').refusal()).toBeUndefined();
		await ask(guardOf('one more'), refused);
		expect(guardOf('another').refusal()?.message).toMatch(
			/just refused this credential: Wrong token$/,
		);
	});

	test('they are told the words of the last refusal', async () => {
		for (const message of ['First', 'Second', 'Third']) {
			clock.time += MINUTE;
			await ask(guardOf(message), failed({ status: 401, message }));
		}
		expect(guardOf('late').refusal()?.message).toMatch(/this credential: Third$/);
	});

	test('after a minute the account is free again, not before', async () => {
		await execute(5, refused);
		clock.time += MINUTE - 1;
		expect(guardOf('late').refusal()?.noAccess).toBe(true);
		clock.time += 1;
		expect(guardOf('late').refusal()).toBeUndefined();
		await execute(5, refused, 'later');
		expect(sent).toBe(2);
	});

	test('what was held back by a refusal counts as no refused request of its own', async () => {
		const guard = guardOf('one');
		await ask(guard, refused);
		clock.time += MINUTE;
		for (let item = 0; item < 5; item++) guard.observe(refused, refusesAccount);
		expect(guardOf('two').refusal()).toBeUndefined();
	});

	test('another account has nothing to do with it', async () => {
		await execute(2, refused);
		expect(guardOf('one', 'other account').refusal()).toBeUndefined();
	});

	test('what was not sent counts as no refused request', async () => {
		const noToken = failed({ status: undefined, noAccess: true });
		for (const name of ['one', 'two', 'three']) await ask(guardOf(name), noToken);
		expect(sent).toBe(3);
		expect(guardOf('four').refusal()).toBeUndefined();
	});

	test('a token that is not proved is tried by one execution at a time', async () => {
		const first = guardOf('one');
		let end!: (sent: Sent) => void;
		void first.pass(false, async () => await new Promise<Sent>((resolve) => (end = resolve)));
		const second = ask(guardOf('two'), ok());
		await settle();
		expect(sent).toBe(0);
		end(ok());
		expect(await second).toEqual(ok());
	});

	test.each([
		{ minutes: 5, isFresh: false },
		{ minutes: 4, isFresh: true },
	])(
		'for five minutes a proof serves all executions; after $minutes minutes: $isFresh',
		async ({ minutes, isFresh }) => {
			await ask(guardOf('one'), ok());
			clock.time += minutes * MINUTE;
			void guardOf('two').pass(false, async () => await new Promise<Sent>(() => {}));
			void ask(guardOf('three'), ok());
			await settle();
			expect(sent).toBe(isFresh ? 2 : 1);
		},
	);

	test('also with a fresh proof the first of a run goes alone', async () => {
		await ask(guardOf('one'), ok());
		const guard = guardOf('two');
		const results = [ask(guard, refused), ask(guard, refused), ask(guard, refused)];
		expect(await Promise.all(results)).toEqual([refused, refused, refused]);
		expect(sent).toBe(2);
	});

	test('a refusal ends the proof', async () => {
		await ask(guardOf('one'), ok());
		await ask(guardOf('two'), refused);
		void guardOf('three').pass(false, async () => await new Promise<Sent>(() => {}));
		void ask(guardOf('four'), ok());
		await settle();
		expect(sent).toBe(2);
	});

	// Suspected fault: a proof that is fresh opens the account's line for all executions at once.
	test.failing('also after a proof one is refused, when the token is withdrawn', async () => {
		await ask(guardOf('before'), ok());
		await execute(10, refused);
		expect(sent - 1).toBe(1);
	});

	test('500 executions are remembered, the oldest is forgotten first', async () => {
		for (let index = 0; index < 500; index++) {
			guardOf(`execution ${index}`).observe(refused, refusesAccount);
		}
		clock.time += MINUTE;
		expect(guardOf('execution 0').refusal()).toBe(refused.failure);
		guardOf('one more').observe(refused, refusesAccount);
		clock.time += MINUTE;
		expect(guardOf('execution 0').refusal()).toBeUndefined();
		expect(guardOf('execution 1').refusal()).toBe(refused.failure);
	});

	test('500 accounts are remembered, the one not used for longest is forgotten first', () => {
		const isKnown = (account: string) => guardOf('execution', account).refusal() !== undefined;
		for (let index = 0; index < 500; index++) {
			guardOf('execution', `account ${index}`).observe(refused, refusesAccount);
		}
		expect(isKnown('account 0')).toBe(true);
		guardOf('execution', 'one more');
		expect(isKnown('account 0')).toBe(true);
		expect(isKnown('account 1')).toBe(false);
	});

	test('the key of an account does not show the token, and differs with each part', () => {
		const key = accountKey(['https://service.example', 'my-secret-token']);
		expect(key).toMatch(/^[0-9a-f]{64}$/);
		expect(accountKey(['https://service.example', 'my-secret-token'])).toBe(key);
		expect(accountKey(['https://service.example', 'another-token'])).not.toBe(key);
		expect(accountKey(['https://other.example', 'my-secret-token'])).not.toBe(key);
	});
});
