import type { IDataObject } from 'n8n-workflow';

import { commit, MOST_REMEMBERED } from '../../nodes/Lox24/polling/commit';
import { feeds } from '../../nodes/Lox24/polling/feed';
import { Remembered } from '../../nodes/Lox24/polling/remembered';
import { BEGINNING, FakeLox24, givenTime, PublishedTrigger, usualManners } from './givenPolling';

const time = givenTime();

async function published(parameters?: IDataObject, manners = usualManners, count = 3) {
	const service = new FakeLox24(time, manners);
	for (let made = 0; made < count; made++) receive(service, -3600 * 24);
	const trigger = new PublishedTrigger(service, parameters);
	await trigger.publish();
	service.requests = [];
	return { service, trigger };
}

function receive(service: FakeLox24, later = 0): string {
	return String(service.add({ received_at: service.now + later, from: '+491511', text: 'x' }).uuid);
}

function send(service: FakeLox24, dlr_code: number, more: IDataObject = {}): IDataObject {
	return service.add({ created_at: service.now, delivery_at: 0, dlr_code, ...more });
}

async function failureOf(trigger: PublishedTrigger): Promise<Error & IDataObject> {
	return await trigger.poll().then(
		() => fail('it did not fail'),
		(error: Error & IDataObject) => error,
	);
}

function fail(reason: string): never {
	throw new Error(reason);
}

describe('polling: received messages', () => {
	test('the first poll gives nothing, the next what is new, the oldest first', async () => {
		const { service, trigger } = await published();
		const first = receive(service, -5);
		const same = [receive(service), receive(service)];
		await trigger.poll();
		expect(trigger.out).toEqual([first, ...same]);
		expect(await trigger.poll()).toEqual([]);
	});

	test('what came while n8n was down comes out after the start, also if no poll gave anything', async () => {
		const { service, trigger } = await published();
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
		const { service, trigger } = await published();
		const prompt = receive(service);
		await trigger.poll();
		const late = receive(service, -599);
		await trigger.poll();
		expect(trigger.out).toEqual([prompt, late]);
	});

	test('a message from the future does not hide those of the present', async () => {
		const { service, trigger } = await published();
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
		const { service, trigger } = await published({ event: 'smsReceived' }, usualManners, 500);
		await trigger.poll();
		expect(service.requests.map(({ query }) => query.page)).toEqual([undefined]);
	});

	test('a list that ignores the page is read once', async () => {
		const { service, trigger } = await published(undefined, {
			...usualManners,
			ignoresPage: true,
		});
		for (let made = 0; made < 8; made++) receive(service);
		expect(await trigger.poll()).toHaveLength(5);
		expect(service.requests).toHaveLength(2);
	});

	test('as many deleted as are new hide nothing', async () => {
		const { service, trigger } = await published(undefined, usualManners, 12);
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
		const { service, trigger } = await published();
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
		const { service, trigger } = await published({
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
		const { service, trigger } = await published();
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
		const { service, trigger } = await published();
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
		const { service, trigger } = await published();
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
		const { service, trigger } = await published();
		service.add({ received_at: 'soon' });
		service.entries = service.entries.slice(-1);
		const { message } = await failureOf(trigger);
		expect(message).toBe('LOX24 did not answer with a list');
	});
});

describe('polling: delivery reports', () => {
	const parameters = { event: 'deliveryReport', lookBack: 3 };

	test('a report comes out when it is final, whenever the message was sent', async () => {
		const { service, trigger } = await published(parameters, usualManners, 0);
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
		const { service, trigger } = await published(parameters, usualManners, 0);
		for (let made = 0; made < 30; made++) send(service, 1);
		await trigger.poll();
		service.requests = [];
		await trigger.poll();
		expect(service.requests).toHaveLength(2);
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

describe('polling: when everything begins anew', () => {
	test.each([
		[
			'another event',
			(trigger: PublishedTrigger) =>
				(trigger.parameters = { event: 'shortLinkClicked', simplify: false }),
		],
		['another account', (trigger: PublishedTrigger) => (trigger.token = '2000002:key-of-the-test')],
		[
			'a state of another version',
			({ data }: PublishedTrigger) => ((data.state as IDataObject).version = 2),
		],
	])('%s', async (_what, change) => {
		const { service, trigger } = await published();
		const before = receive(service);
		(service.entries.at(-1) as IDataObject).date = service.now;
		change(trigger);
		await trigger.poll();
		expect(trigger.out).toEqual([]);
		const after = service.add({ received_at: service.now, date: service.now });
		await trigger.poll();
		expect(trigger.out).toEqual([after.uuid]);
		expect(trigger.out).not.toContain(before);
	});

	test('another key of the same account is none of these', async () => {
		const { service, trigger } = await published();
		const id = receive(service);
		trigger.token = '1000001:new-key-of-the-test';
		await trigger.poll();
		expect(trigger.out).toEqual([id]);
	});
});

describe('polling: failures as n8n understands them', () => {
	test.each([
		[401, { cause: 'credential-invalid' }],
		[402, { cause: 'quota-exhausted' }],
		[403, undefined],
		[429, { cause: 'rate-limited', retryAfterMs: 600_000 }],
		[500, { cause: 'temporarily-unavailable' }],
	])('%i', async (status, failure) => {
		const { service, trigger } = await published();
		service.statuses = [status];
		const error = await failureOf(trigger);
		expect(error.failure).toEqual(failure);
		expect(error.httpCode).toBe(String(status));
		expect(JSON.stringify([error.message, error.description])).not.toContain('key-of-the-test');
	});

	test('a value that cannot be sent', async () => {
		const { service, trigger } = await published();
		trigger.parameters = { event: 'deliveryReport', lookBack: 'soon' };
		const error = await failureOf(trigger);
		expect(error.message).toBe('Look Back (Days) is not valid: "soon"');
		expect(error.failure).toEqual({ cause: 'configuration-invalid' });
		expect(service.requests).toEqual([]);
	});

	test('a token that is refused is not sent again for a minute, and another one at once', async () => {
		const service = new FakeLox24(time);
		const trigger = new PublishedTrigger(service);
		service.statuses = [401];
		const first = await failureOf(trigger);
		for (const seconds of [1, 2, 4, 8]) {
			time.seconds += seconds;
			const { message, failure, description } = await failureOf(trigger);
			expect({ message, failure, description }).toEqual({
				message: first.message,
				failure: first.failure,
				description: expect.stringContaining(String(first.description)),
			});
		}
		expect(service.requests).toHaveLength(1);
		expect(JSON.stringify(trigger.data)).not.toContain('key-of-the-test');
		trigger.token = '1000001:right-key';
		await trigger.poll();
		expect(service.requests).toHaveLength(2);
		expect(trigger.data.refused).toBeUndefined();
	});

	test('after a minute it is tried again', async () => {
		const service = new FakeLox24(time);
		const trigger = new PublishedTrigger(service);
		service.statuses = [401];
		await failureOf(trigger);
		time.seconds += 60;
		await trigger.poll();
		expect(service.requests).toHaveLength(2);
	});
});

describe('polling: a run in the editor', () => {
	test('shows the newest one, and nothing is remembered', async () => {
		const { service, trigger } = await published();
		receive(service);
		const newest = receive(service);
		const before = JSON.stringify(trigger.data);
		const items = await trigger.poll('manual');
		expect(items.map(({ json }) => json.uuid)).toEqual([newest]);
		expect(items[0].json).not.toHaveProperty('@id');
		expect(JSON.stringify(trigger.data)).toBe(before);
		await trigger.poll();
		expect(trigger.out).toHaveLength(2);
	});

	test('says so when there is none', async () => {
		const trigger = new PublishedTrigger(new FakeLox24(time));
		await expect(trigger.poll('manual')).rejects.toThrow('LOX24 has none of these yet');
		expect(trigger.data).toEqual({});
	});
});

describe('polling: what comes out', () => {
	test('the clicks of one campaign, in the simplified form unless it is turned off', async () => {
		const campaignCode = 'aB3x';
		const { service, trigger } = await published(
			{ event: 'shortLinkClicked', campaignCode },
			usualManners,
			0,
		);
		const click = { date: service.now, ip: '1.2.3.4', software_type: 'browser' };
		service.add({ id: 7, ...click });
		const [{ json }] = await trigger.poll();
		expect(service.requests[0].path).toBe('/short_link_campaigns/aB3x/requests');
		expect(json).toEqual({
			id: 7,
			date: BEGINNING,
			date_iso: '2023-11-14T22:13:20.000Z',
			ip: '1.2.3.4',
		});
		trigger.parameters.simplify = false;
		service.add({ id: 8, ...click });
		expect((await trigger.poll())[0].json).toMatchObject({ id: 8, software_type: 'browser' });
	});

	test('a campaign that is none is refused before anything is sent', async () => {
		const service = new FakeLox24(time);
		const trigger = new PublishedTrigger(service, {
			event: 'shortLinkClicked',
			campaignCode: '../me',
		});
		await expect(trigger.poll()).rejects.toThrow('Campaign is not valid: "../me"');
		expect(service.requests).toEqual([]);
	});

	test('bulks that are finished, not those under way', async () => {
		const { service, trigger } = await published({ event: 'bulkFinished' }, usualManners, 0);
		const bulk = service.add({ created_at: service.now, delivery_at: 0, status_code: 5 });
		await trigger.poll();
		expect(trigger.out).toEqual([]);
		bulk.status_code = 201;
		const [{ json }] = await trigger.poll();
		expect(json).toMatchObject({ uuid: bulk.uuid, status_code: 201, status: 'No Recipients' });
	});
});
