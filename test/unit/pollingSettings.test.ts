import type { IDataObject } from 'n8n-workflow';

import {
	BEGINNING,
	failureOf,
	FakeLox24,
	givenTime,
	published,
	PublishedTrigger,
	receive,
	usualManners,
} from './givenPolling';

const time = givenTime();

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
		const { service, trigger } = await published(time);
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
		const { service, trigger } = await published(time);
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
		const { service, trigger } = await published(time);
		service.statuses = [status];
		const error = await failureOf(trigger);
		expect(error.failure).toEqual(failure);
		expect(error.httpCode).toBe(String(status));
		expect(JSON.stringify([error.message, error.description])).not.toContain('key-of-the-test');
	});

	test('a value that cannot be sent', async () => {
		const { service, trigger } = await published(time);
		trigger.parameters = { event: 'deliveryReport', lookBack: 'soon' };
		const error = await failureOf(trigger);
		expect(error.message).toMatch('Look Back (Days) is not valid: "soon". Expected a whole number');
		expect(error.failure).toEqual({ cause: 'configuration-invalid' });
		expect(service.requests).toEqual([]);
	});

	test('one refused request a minute in all, whatever else the credentials have', async () => {
		const service = new FakeLox24(time);
		service.statuses = [401, 401, 401, 401];
		for (const webhookToken of ['', 'one', 'two', 'three']) {
			const trigger = new PublishedTrigger(service);
			trigger.webhookToken = webhookToken;
			await failureOf(trigger);
		}
		expect(service.requests).toHaveLength(1);
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
				message: expect.stringContaining(first.message),
				failure: first.failure,
				// n8n 1.123 and 2.8 would show it in place of the message.
				description: undefined,
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
		const { service, trigger } = await published(time);
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
			time,
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
		const { service, trigger } = await published(time, { event: 'bulkFinished' }, usualManners, 0);
		const bulk = service.add({ created_at: service.now, delivery_at: 0, status_code: 5 });
		await trigger.poll();
		expect(trigger.out).toEqual([]);
		bulk.status_code = 201;
		const [{ json }] = await trigger.poll();
		expect(json).toMatchObject({ uuid: bulk.uuid, status_code: 201, status: 'No Recipients' });
	});
});
