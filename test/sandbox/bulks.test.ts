import { givenSandbox } from './given';

const given = givenSandbox();
const noNumber = { phone: 'extension 12' };
const body = {
	text: 'Dear {a} {b}',
	sender_id: 'Sandbox',
	phones: ['+491701234599'],
	msg_groups: [7116],
};

it('makes a message for each number and group member, with the text as it is', async () => {
	await given.lox24('POST', '/groups/7116/phones', { body: noNumber });
	const { json } = await given.lox24('POST', '/bulks', { body });
	expect((await given.lox24('GET', `/sms?bulk=${json.uuid}`)).json).toEqual([]);
	given.sandbox.clock.advance(10);
	const { json: messages } = await given.lox24('GET', `/sms?bulk=${json.uuid}`);
	expect(messages.map(({ phone }: { phone: string }) => phone).sort()).toEqual([
		'+491701234501',
		'+491701234599',
		'+93701234500',
	]);
	expect(messages[0].text).toBe(body.text);
});

it('has a dry run that counts and prices, and stores nothing', async () => {
	const before = [given.sandbox.state.sms.size, given.sandbox.state.bulks.size];
	const { status, json } = await given.lox24('POST', '/bulks/dryrun', { body });
	expect(status).toBe(201);
	expect(json).toMatchObject({
		uuid: '11111111-2222-3333-4444-55555555555',
		is_dryrun: true,
		status_code: 10,
		msg_total_count: 3,
		msg_total_cost: 29,
	});
	given.sandbox.clock.advance(10);
	expect([given.sandbox.state.sms.size, given.sandbox.state.bulks.size]).toEqual(before);
	expect((await given.lox24('GET', `/bulks/${json.uuid}`)).status).toBe(404);
	const nobody = { ...body, phones: [], msg_groups: null };
	expect((await given.lox24('POST', '/bulks/dryrun', { body: nobody })).json.status_code).toBe(201);
});

it('creates a group together with its first numbers, as a list or an object', async () => {
	const phones = [{ phone: '+491701234501', a: 'x' }, { phone: '+491701234502' }];
	for (const first of [phones, { ...phones }]) {
		const { status, json } = await given.lox24('POST', '/groups', {
			body: { name: 'Guests', phones: first },
		});
		expect([status, json.count_items]).toEqual([201, 2]);
	}
});
