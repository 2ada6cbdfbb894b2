import { BadInput } from '../../nodes/shared/input/badInput';
import { complete } from '../../nodes/shared/send/complete';
import type { Run } from '../../nodes/shared/send/run';
import type { Complete } from '../../nodes/shared/send/stage';
import { aRead, responding, aRequest, failed, failureOf, givenRun, givenTask, ok } from './given';

const completed = { ...aRequest, body: { file: 'content' } };

describe('complete: what only the service knows', () => {
	let run: Run;

	beforeEach(() => ({ run } = givenRun()));

	/** What the stage says when the operation completes the request like this. */
	async function completeWith(by: Complete | undefined, next = responding(), more = {}) {
		const task = givenTask({ effect: {}, complete: by, ...more });
		return await complete(run, task, aRequest, next);
	}

	test('a request that needs nothing is sent as it is', async () => {
		const next = responding(ok());
		expect(await completeWith(undefined, next)).toEqual(ok());
		expect(next).toHaveBeenCalledWith(aRequest);
	});

	test('an earlier try is looked up, so nothing is completed', async () => {
		const by = jest.fn<ReturnType<Complete>, Parameters<Complete>>();
		const next = responding(ok());
		await completeWith(by, next, { earlier: {} });
		expect(by).not.toHaveBeenCalled();
		expect(next).toHaveBeenCalledWith(aRequest);
	});

	test('what was completed is sent', async () => {
		const next = responding(ok());
		expect(await completeWith(() => ({ request: completed }), next)).toEqual(ok());
		expect(next).toHaveBeenCalledWith(completed);
	});

	test('it gets the request, the run, and reads without what belongs to the effect', async () => {
		const next = responding(ok('which party'), ok());
		const by: Complete = async (request, ask, ofRun) => {
			expect(request).toBe(aRequest);
			expect(ofRun).toBe(run);
			expect(await ask(aRead)).toEqual(ok('which party'));
			return { request: completed };
		};
		await completeWith(by, next, { itemIndexes: [3], parts: [] });
		expect(next.mock.calls).toEqual([[aRead, { itemIndexes: [3] }], [completed]]);
	});

	test('what a read says of itself is not said of the effect: it was not sent', async () => {
		const { failure } = failed({ effect: 'unknown', message: 'No such call' });
		expect(await completeWith(() => ({ failure }))).toEqual(failed({ message: 'No such call' }));
	});

	test('a value that cannot be sent is a failure of the item', async () => {
		const by = () => {
			throw new BadInput('File is empty', 'Choose another one.');
		};
		expect(failureOf(await completeWith(by))).toEqual({
			message: 'File is empty',
			description: 'Choose another one.',
			effect: 'none',
			badInput: true,
		});
	});

	test('what nobody foresaw came before anything was sent', async () => {
		const by = async () => await Promise.reject(new Error('no such binary field'));
		const failure = failureOf(await completeWith(by));
		expect(failure).toMatchObject({ effect: 'none', badInput: true });
		expect(failure.message).toContain('no such binary field');
	});

	test('what is thrown further on is not taken for a fault of the completion', async () => {
		const next = async () => await Promise.reject(new Error('further on'));
		const sent = complete(
			run,
			givenTask({ complete: () => ({ request: completed }) }),
			aRequest,
			next,
		);
		await expect(sent).rejects.toThrow('further on');
	});

	describe('what an earlier execution has made is found', () => {
		const found = { uuid: 'a' };

		test('it is read like a response, and its items say so', async () => {
			const next = responding();
			const sent = await completeWith(() => ({ found }), next, {
				read: async ({ status, body }: { status: number; body: object }) => [
					{ json: { ...body, status }, pairedItem: { item: 0 } },
				],
			});
			expect(sent).toEqual({
				response: { status: 200, headers: {}, body: found },
				items: [{ json: { uuid: 'a', status: 200, sentEarlier: true }, pairedItem: { item: 0 } }],
			});
			expect(next).not.toHaveBeenCalled();
		});

		test('what cannot be read is a failure', async () => {
			const read = async () => await Promise.reject(new Error('too deep'));
			const sent = await completeWith(() => ({ found }), responding(), { read });
			expect(failureOf(sent).message).toBe('The response could not be read: too deep');
		});

		test('without a reader there are no items', async () => {
			expect(await completeWith(() => ({ found }))).toEqual(ok(found));
		});
	});
});
