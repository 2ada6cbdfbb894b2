import { token } from '../../nodes/shared/send/token';
import type { TokenKeeper } from '../../nodes/shared/service';
import { responding, aRequest, failed, givenRun, givenService, givenTask, ok } from './given';

describe('token: for credentials whose tokens end', () => {
	test('a service without such tokens only sends', async () => {
		const next = responding(ok('sent'));
		expect(await token(givenRun().run, givenTask(), aRequest, next)).toEqual(ok('sent'));
		expect(next.mock.calls).toEqual([[aRequest]]);
	});

	test('the keeper gets the context, and can send the same request twice', async () => {
		const keeper: TokenKeeper = {
			async withToken(context, send) {
				expect(context).toBe(run.context);
				expect(await send()).toEqual(failed({ status: 401 }));
				return await send();
			},
			explain: () => undefined,
		};
		const { run } = givenRun({ service: givenService({ tokens: () => keeper }) });
		const next = responding(failed({ status: 401 }), ok('sent'));
		expect(await token(run, givenTask(), aRequest, next)).toEqual(ok('sent'));
		expect(next.mock.calls).toEqual([[aRequest], [aRequest]]);
	});
});
