import { commit, MOST_REMEMBERED } from '../../nodes/Lox24/polling/commit';
import { feeds } from '../../nodes/Lox24/polling/feed';
import { Remembered } from '../../nodes/Lox24/polling/remembered';
import {
	BEGINNING,
	failureOf,
	FakeLox24,
	givenTime,
	published,
	PublishedTrigger,
	receive,
	send,
	usualManners,
} from './givenPolling';

const time = givenTime();

describe('polling: received messages', () => {
	test('the first poll gives nothing, the next what is new, the oldest first', async () => {
		const { service, trigger } = await published(time);
		const first = receive(service, -5);
		const same = [receive(service), receive(service)];
		await trigger.poll();
		expect(trigger.out).toEqual([first, ...same]);
		expect(await trigger.poll()).toEqual([]);
	});

	test('what came while n8n was down comes out after the start, also if no poll gave anything', async () => {
		const { service, trigger } = await published(time);
		time.seconds += 60;
		await trigger.poll();
		const id = receive(service);
		trigger.restart();
		time.seconds += 60;
		await trigger.poll();
		trigger.restart();
		await trigger.poll();
		expect(trigger.out).toEqual([id]);
	});

	test('one that appears ten minutes late comes out', async () => {
		const { service, trigger } = await published(time);
		const prompt = receive(service);
		await trigger.poll();
		const late = receive(service, -599);
		await trigger.poll();
		expect(trigger.out).toEqual([prompt, late]);
	});

	test('a message from the future does not hide those of the present', async () => {
		const { service, trigger } = await published(time);
		const ahead = receive(service, 86_400);
		await trigger.poll();
		const present = receive(service);
		await trigger.poll();
		time.seconds += 1800;
		const later = receive(service);
		await trigger.poll();
		expect(trigger.out).toEqual([ahead, present, later]);
	});

	test('one page is read when nothing is new, however many there are', async () => {
		const { service, trigger } = await published(time, { event: 'smsReceived' }, usualManners, 500);
		await trigger.poll();
		expect(service.requests.map(({ query }) => query.page)).toEqual([undefined]);
	});

	test('a list that ignores the page is read once', async () => {
		const { service, trigger } = await published(time, undefined, {
			...usualManners,
			ignoresPage: true,
		});
		for (let made = 0; made < 8; made++) receive(service);
		expect(await trigger.poll()).toHaveLength(5);
		expect(service.requests).toHaveLength(2);
	});

	test('as many deleted as are new hide nothing', async () => {
		const { service, trigger } = await published(time, undefined, usualManners, 12);
		await trigger.poll();
		service.entries.splice(0, 8);
		const ids: string[] = [];
		for (let made = 0; made < 12; made++) {
			time.seconds += 600;
			ids.push(receive(service));
		}
		await trigger.poll();
		expect(trigger.out).toEqual(ids);
	});

	test('entries that were deleted between two pages cost none of the others', async () => {
		const { service, trigger } = await published(time);
		const old = [1, 2, 3, 4, 5].map(() => receive(service));
		time.seconds += 5000;
		const ids = [1, 2, 3, 4, 5, 6].map(() => receive(service));
		service.onRequest = (request) => {
			if (request === 2) service.entries.splice(-3);
		};
		await trigger.poll();
		service.onRequest = () => {};
		time.seconds += 5000;
		await trigger.poll();
		expect(trigger.out).toEqual(expect.arrayContaining([...old, ...ids.slice(0, 3)]));
	});

	test('only the numbers that are chosen, however they are written', async () => {
		const { service, trigger } = await published(time, {
			event: 'smsReceived',
			options: { restrictToNumbers: '+49 151-1, 0043 660 1' },
		});
		const one = receive(service);
		service.add({ received_at: service.now, from: '+491512' });
		const other = service.add({ received_at: service.now, from: '+491513', to: '+436601' });
		await trigger.poll();
		expect(trigger.out).toEqual([one, other.uuid]);
	});
});

describe('polling: a poll that has no time to read everything', () => {
	test('goes on where it stopped, and gives everything once', async () => {
		const { service, trigger } = await published(time);
		trigger.budget = 36_000;
		const ids: string[] = [];
		for (let made = 0; made < 40; made++) {
			ids.push(receive(service));
			time.seconds += 600;
		}
		service.onRequest = () => {
			time.seconds += 10;
		};
		const polls: number[] = [];
		for (let count = 0; count < 12; count++) {
			polls.push((await trigger.poll()).length);
			// Two are deleted above the place where it goes on, and what is there moves up.
			if (count === 0) service.entries.splice(-2);
		}
		expect(new Set(trigger.out)).toEqual(new Set(ids));
		expect(trigger.out).toHaveLength(40);
		expect(Math.max(...polls)).toBe(15);
	});

	test('what comes late meanwhile is not lost', async () => {
		const { service, trigger } = await published(time);
		trigger.budget = 36_000;
		for (let made = 0; made < 60; made++) {
			receive(service);
			time.seconds += 60;
		}
		service.onRequest = () => {
			time.seconds += 10;
		};
		await trigger.poll();
		const late = receive(service, -500);
		time.seconds += 3600;
		receive(service);
		for (let count = 0; count < 12; count++) await trigger.poll();
		expect(trigger.out).toContain(late);
		expect(trigger.out).toHaveLength(62);
	});

	test('a first poll looks no further back than it came', async () => {
		const service = new FakeLox24(time);
		for (let made = 0; made < 40; made++)
			send(service, 1, { created_at: service.now - made * 600 });
		service.onRequest = (number) => {
			if (number < 5) time.seconds += 20;
		};
		const trigger = new PublishedTrigger(service, { event: 'deliveryReport' });
		trigger.budget = 100_000;
		await trigger.publish();
		service.onRequest = () => {};
		time.seconds += 3600;
		await trigger.poll();
		const fresh = send(service, 1);
		await trigger.poll();
		expect(trigger.out).toEqual([fresh.uuid]);
	});
});

describe('polling: a failure in the middle', () => {
	test('what was read comes out, and the next poll brings the rest', async () => {
		const { service, trigger } = await published(time);
		for (let made = 0; made < 12; made++) receive(service);
		service.statuses = [undefined, 500];
		expect(await trigger.poll()).toHaveLength(5);
		expect(await trigger.poll()).toHaveLength(7);
	});

	test('a first poll that fails begins anew', async () => {
		const service = new FakeLox24(time);
		for (let made = 0; made < 12; made++) receive(service);
		const trigger = new PublishedTrigger(service);
		service.statuses = [undefined, 500];
		await expect(trigger.publish()).rejects.toThrow('HTTP 500');
		expect(trigger.data).toEqual({});
		await trigger.publish();
		expect(trigger.out).toEqual([]);
	});

	test('a list of something else is a failure', async () => {
		const { service, trigger } = await published(time);
		service.add({ received_at: 'soon' });
		service.entries = service.entries.slice(-1);
		const { message } = await failureOf(trigger);
		expect(message).toMatch('LOX24 did not respond with a list');
	});

	test('a list that does not link to its next page is read as far as it is long', async () => {
		const { service, trigger } = await published(time);
		service.manners = { ...service.manners, hidesNext: true };
		const ids = Array.from({ length: 12 }, () => receive(service));
		await trigger.poll();
		expect(trigger.out).toEqual(ids);
	});

	test('a list that begins with the oldest ones is a failure: it would hide the new ones', async () => {
		const { service, trigger } = await published(time);
		for (let hours = 10; hours > 0; hours--) receive(service, -3600 * hours);
		await trigger.poll();
		service.manners = { ...service.manners, oldestFirst: true };
		const id = receive(service);
		const { message } = await failureOf(trigger);
		expect(message).toMatch('LOX24 did not list the newest ones first');
		service.manners = usualManners;
		await trigger.poll();
		expect(trigger.out).toContain(id);
	});

	test('also one whose entries are none', async () => {
		const { service, trigger } = await published(time);
		const id = receive(service);
		jest.spyOn(service, 'http').mockResolvedValueOnce({ body: ['busy', null] });
		const { message } = await failureOf(trigger);
		expect(message).toMatch('LOX24 did not respond with a list');
		await trigger.poll();
		expect(trigger.out).toEqual([id]);
	});
});

describe('polling: delivery reports', () => {
	test.each([208, 400, 410, 2000, 3000, 5000, 6000])(
		'a message that failed with status %i before it was sent comes out once',
		async (status_code) => {
			const { service, trigger } = await published(time, { event: 'deliveryReport' });
			send(service, 0, { status_code: 0 });
			send(service, 4, { status_code: 100 });
			const sms = send(service, 0, { status_code });
			await trigger.poll();
			await trigger.poll();
			sms.dlr_code = 16;
			await trigger.poll();
			expect(trigger.out).toEqual([sms.uuid]);
		},
	);

	test('one that failed and was delivered after all comes out once more', async () => {
		const { service, trigger } = await published(time, { event: 'deliveryReport' });
		const sms = send(service, 0, { status_code: 3000 });
		await trigger.poll();
		Object.assign(sms, { status_code: 100, dlr_code: 1 });
		await trigger.poll();
		await trigger.poll();
		expect(trigger.out).toEqual([sms.uuid, sms.uuid]);
	});

	const parameters = { event: 'deliveryReport', lookBack: 3 };

	test('a report comes out when it is final, whenever the message was sent', async () => {
		const { service, trigger } = await published(time, parameters, usualManners, 0);
		const scheduled = send(service, 0, { delivery_at: service.now + 10 * 86_400 });
		const prompt = send(service, 2);
		await trigger.poll();
		prompt.dlr_code = 8;
		await trigger.poll();
		for (let days = 0; days < 10; days += 2) {
			time.seconds += 2 * 86_400;
			await trigger.poll();
		}
		scheduled.dlr_code = 1;
		await trigger.poll();
		expect(trigger.out).toEqual([prompt.uuid, scheduled.uuid]);
	});

	test('as long as the lists have as many as are known, only their first pages are read', async () => {
		const { service, trigger } = await published(time, parameters, usualManners, 0);
		for (let made = 0; made < 30; made++) send(service, 1);
		await trigger.poll();
		service.requests = [];
		await trigger.poll();
		expect(service.requests).toHaveLength(4);
		// One that was deleted hides a new one, until everything is read again.
		service.entries.pop();
		const hidden = send(service, 1, { created_at: service.now - 5000 });
		await trigger.poll();
		expect(trigger.out).not.toContain(hidden.uuid);
		time.seconds += 900;
		await trigger.poll();
		expect(trigger.out).toContain(hidden.uuid);
		// And with what is gone counted, the next one is seen at once.
		const next = send(service, 1, { created_at: service.now - 6000 });
		service.requests = [];
		await trigger.poll();
		expect(trigger.out).toContain(next.uuid);
	});

	test('no more than so many are remembered, and the older ones are not looked at', () => {
		const found = Array.from({ length: MOST_REMEMBERED + 100 }, (_, index) => ({
			id: String(index),
			seconds: BEGINNING - index * 10,
			entry: {},
		}));
		const swept = { found, from: BEGINNING - 200_000, now: BEGINNING };
		const { state } = commit(
			feeds.deliveryReport,
			'key',
			undefined,
			{ ...swept, isComplete: true, isFull: true },
			{ window: 200_000, isFirst: true },
		);
		const { size } = new Remembered(state.seen);
		expect(size).toBeLessThanOrEqual(MOST_REMEMBERED);
		expect(size).toBeGreaterThan(MOST_REMEMBERED - 70);
		expect(found.filter(({ seconds }) => seconds >= state.from)).toHaveLength(size);
		expect(JSON.stringify(state).length).toBeLessThan(60_000);
	});
});
