import { setImmediate as turn } from 'node:timers/promises';

import { type Sandbox, startSandbox } from '../../sandbox';
import { manyItems, phoneUpdate } from './given';
import { roundTrips } from './roundTrips';
import { run } from './run';

describe('Stop, and limits of time', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	async function arrived(count: number) {
		while (sandbox.journal.entries().length < count) await turn();
	}

	const sms = {
		resource: 'sms',
		operation: 'send',
		senderId: 'MyShop',
		phone: '+4915112345678',
		text: 'Hello',
	};

	test('Stop before the first response, 20,000 items: nothing further is sent, and it ends at once', async () => {
		const held = sandbox.hold();
		const atStart = process.cpuUsage();
		let atStop = atStart;
		await run({
			node: 'lox24',
			parameters: phoneUpdate,
			items: manyItems(20_000),
			url: sandbox.url,
			stopAfter: held.full(1).then(() => (atStop = process.cpuUsage())),
		});
		// Less of the processor than it took to prepare the requests: what else it does counts on no side.
		expect(process.cpuUsage(atStop).user).toBeLessThan(atStop.user - atStart.user);
		held.release();
		await roundTrips(sandbox);
		expect(sandbox.journal.entries()).toHaveLength(1);
	});

	test('stop mode, ended from outside after ten messages: the run does not end green', async () => {
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'hang', skip: 10, times: 1000 });
		const { error, main } = await run({
			node: 'lox24',
			parameters: { ...sms, options: { concurrency: 1 } },
			items: manyItems(300),
			url: sandbox.url,
			stopAfter: arrived(11),
		});
		expect(main).toEqual([]);
		expect(error).toBeDefined();
	});

	test('a response of one byte a second ends with the whole time', async () => {
		sandbox.faults.add({
			method: 'POST',
			path: '/sms',
			kind: 'drip-after',
			interval: 100,
			times: 5,
		});
		const { error } = await run({
			node: 'lox24',
			parameters: {
				...sms,
				requestOptions: { timeout: 600 },
				options: { preventDuplicates: false },
			},
			url: sandbox.url,
		});
		expect(error?.message).toContain('lost before the response');
		expect(error?.description).toContain('It timed out');
		expect(error?.description).toContain('unknown whether');
	});

	test.each([undefined, { connection: null, upgrade: null }])(
		'101 ends, and is unknown (headers %j)',
		async (headers) => {
			sandbox.faults.add({
				method: 'POST',
				path: '/sms',
				kind: 'status',
				status: 101,
				headers,
				times: 5,
			});
			const { main } = await run({
				node: 'lox24',
				parameters: {
					...sms,
					requestOptions: { timeout: 600 },
					options: { preventDuplicates: false },
				},
				url: sandbox.url,
				onError: 'continueRegularOutput',
			});
			expect(main[0].json.details).toMatchObject({ outcome: 'unknown' });
			expect(sandbox.journal.entries()).toHaveLength(1);
		},
	);
});
