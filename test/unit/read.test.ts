import { NotFound, Refused } from '../../nodes/shared/response/failure';
import { read } from '../../nodes/shared/send/read';
import type { Sent, Task } from '../../nodes/shared/send/stage';
import { responding, aRequest, failed, givenRun, givenTask, itemsOf, ok } from './given';

describe('read: items are made of a response', () => {
	async function readWith(sent: Sent, task: Partial<Task>) {
		return await read(givenRun().run, givenTask(task), aRequest, responding(sent));
	}

	test('the reader gets the response and the request; its items go along', async () => {
		const reader = jest.fn(async () => itemsOf({ id: 1 }));
		const sent = await readWith(ok('body'), { read: reader });
		expect(sent).toEqual({ ...ok('body'), items: itemsOf({ id: 1 }) });
		expect(reader).toHaveBeenCalledWith(ok('body').response, aRequest);
	});

	test.each([
		{ what: 'a failure', sent: failed() },
		{ what: 'what was read already', sent: { ...ok(), items: itemsOf({ id: 1 }) } },
	])('$what comes through as it is', async ({ sent }) => {
		const reader = jest.fn(async () => itemsOf({ id: 2 }));
		expect(await readWith(sent, { read: reader })).toEqual(sent);
		expect(reader).not.toHaveBeenCalled();
	});

	test('without a reader there are no items', async () => {
		expect(await readWith(ok('body'), {})).toEqual(ok('body'));
	});

	test('a reader can find out that it was refused', async () => {
		const { failure } = failed({ message: 'Not accepted' });
		const reader = async () => await Promise.reject(new Refused(failure));
		expect(await readWith(ok(), { read: reader })).toEqual({ failure });
	});

	test('a reader can find out that there is no such thing', async () => {
		const reader = async () => await Promise.reject(new NotFound('No such call', 'Check it.'));
		expect(await readWith(ok(), { read: reader })).toEqual({
			failure: { message: 'No such call', description: 'Check it.', status: 404, effect: 'none' },
		});
	});

	test.each([
		{
			what: 'an effect is unknown',
			effect: {},
			failure: {
				description: 'The request was accepted. Look it up before you send it again.',
				effect: 'unknown',
			},
		},
		{
			what: 'a read can be tried again',
			effect: undefined,
			failure: { description: 'Try again.', effect: 'none' },
		},
	])('a response that cannot be read: $what', async ({ effect, failure }) => {
		const reader = async () => await Promise.reject(new TypeError('no such field'));
		expect(await readWith(ok(), { effect, read: reader })).toEqual({
			failure: { message: 'The response could not be read: no such field', ...failure },
		});
	});

	test('a reader that throws a text says that text', async () => {
		const reader = async () => await Promise.reject('only a text');
		expect(await readWith(ok(), { read: reader })).toMatchObject({
			failure: { message: 'The response could not be read: only a text' },
		});
	});
});
