import { otherForm } from '../../nodes/shared/send/otherForm';
import type { Run } from '../../nodes/shared/send/run';
import { responding, aRequest, failed, givenRun, givenService, givenTask, ok } from './given';

const other = { ...aRequest, url: '/other' };

describe('other form: for systems that know the operation by another name', () => {
	const form = jest.fn((_request: object, status?: number) => (status === 404 ? other : undefined));
	let run: Run;

	beforeEach(() => {
		form.mockClear();
		({ run } = givenRun({ service: givenService({ otherForm: form }) }));
	});

	test('a success needs none', async () => {
		const next = responding(ok('sent'));
		expect(await otherForm(run, givenTask(), aRequest, next)).toEqual(ok('sent'));
		expect(form).not.toHaveBeenCalled();
	});

	test('where the first form is unknown the other one is sent, and what comes of it counts', async () => {
		for (const second of [ok('second'), failed({ status: 404, message: 'second' })]) {
			const next = responding(failed({ status: 404 }), second);
			expect(await otherForm(run, givenTask(), aRequest, next)).toEqual(second);
			expect(next.mock.calls).toEqual([[aRequest], [other]]);
		}
		expect(form).toHaveBeenCalledWith(aRequest, 404);
	});

	test('a failure that has another reason stays', async () => {
		for (const status of [422, undefined]) {
			const next = responding(failed({ status }));
			expect(await otherForm(run, givenTask(), aRequest, next)).toEqual(failed({ status }));
		}
	});

	test('a service may have no other forms', async () => {
		const next = responding(failed({ status: 404 }));
		const sent = await otherForm(givenRun().run, givenTask(), aRequest, next);
		expect(sent).toEqual(failed({ status: 404 }));
	});
});
