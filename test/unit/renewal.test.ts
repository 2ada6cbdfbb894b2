import { Renewal } from '../../nodes/VoipNow/api/renewal';
import { oAuth2 } from '../../nodes/VoipNow/api/oAuth2';
import type { NodeContext } from '../../nodes/shared/send/run';
import { failed, givenService, ok } from './given';

const refused = failed({ status: 401 });

/** Several executions, also in several processes, share the token that n8n stores. */
describe('renewal: a token that somebody else has renewed', () => {
	let stored: string;
	let renewed: jest.Mock;
	let context: NodeContext;

	const dataOf = (access_token: string) => ({ access_token, expires_in: 3600 });
	const service = givenService({ credentialType: () => oAuth2.credentialType });

	beforeEach(() => {
		stored = 'old';
		renewed = jest.fn(async () => dataOf((stored = 'renewed here')));
		context = {
			getCredentials: async () => ({
				grantType: 'clientCredentials',
				oauthTokenData: dataOf(stored),
			}),
			helpers: { refreshOAuth2Token: renewed },
		} as unknown as NodeContext;
	});

	/** The service takes only one token; the other processes act before it responds. */
	const sender = (accepted: () => string, meanwhile = () => {}) =>
		jest.fn(async () => {
			const used = stored;
			meanwhile();
			return used === accepted() ? ok() : refused;
		});

	test('is used instead of renewed once more', async () => {
		const send = sender(
			() => 'renewed elsewhere',
			() => (stored = 'renewed elsewhere'),
		);
		expect(await new Renewal(service).withToken(context, send)).toEqual(ok());
		expect(send).toHaveBeenCalledTimes(2);
		expect(renewed).not.toHaveBeenCalled();
	});

	test('is kept out of messages, like the one before', async () => {
		const renewal = new Renewal(service);
		await renewal.withToken(
			context,
			sender(
				() => 'renewed elsewhere',
				() => (stored = 'renewed elsewhere'),
			),
		);
		expect(renewal.secrets).toEqual(['old', 'renewed elsewhere']);
	});

	test('also by all other items of the run', async () => {
		const renewal = new Renewal(service);
		const send = sender(
			() => 'renewed elsewhere',
			() => (stored = 'renewed elsewhere'),
		);
		const items = Array.from({ length: 5 }, async () => {
			const own = sender(() => 'renewed elsewhere');
			own.mockResolvedValueOnce(refused);
			return await renewal.withToken(context, own);
		});
		expect(await renewal.withToken(context, send)).toEqual(ok());
		expect(await Promise.all(items)).toEqual(items.map(() => ok()));
		expect(renewed).not.toHaveBeenCalled();
	});

	test('is renewed when it is refused as well', async () => {
		const send = sender(
			() => 'renewed here',
			() => (stored = stored === 'old' ? 'renewed elsewhere' : stored),
		);
		expect(await new Renewal(service).withToken(context, send)).toEqual(ok());
		expect(send).toHaveBeenCalledTimes(3);
		expect(renewed).toHaveBeenCalledTimes(1);
	});

	test('is not there: renewed at once', async () => {
		const send = sender(() => 'renewed here');
		expect(await new Renewal(service).withToken(context, send)).toEqual(ok());
		expect(send).toHaveBeenCalledTimes(2);
		expect(renewed).toHaveBeenCalledTimes(1);
	});
});
