import { faxBinary } from './faxBinary';
import { testOperations } from './operationMatrix';
import { voipNowOperations } from './voipNowOperations';
import { voipNowPhoneCalls } from './voipNowPhoneCalls';

/** Posts, calls in progress and deletes: done twice, they do harm or tell something wrong. */
const REPEATED = ['GET', 'PUT'];

describe('VoipNow, operation by operation', () => {
	testOperations({
		node: 'voipNow',
		cases: [...voipNowOperations, ...voipNowPhoneCalls],
		// Phone calls have a test of their own: without a party, the call is read first. An update
		// that changes nothing is refused.
		casesWithOptionals: voipNowOperations.filter(({ id }) => id !== 'phoneCallEvents.update'),
		refusal: {
			status: 400,
			body: { error: { code: 'user_invalid', message: 'Said by VoipNow.' } },
			says: 'Said by VoipNow.',
		},
		accept: () => 'application/json',
		repeats: ({ id, method }) => REPEATED.includes(method) && id !== 'phoneCalls.update',
		placeholder: ({ id }) =>
			id.startsWith('phoneCallEvents.delete') ? { deleted: true } : { success: true },
		bareQuery({ lists, parameters }) {
			if (!lists) return '';
			return `count=${parameters.returnAll ? 4999 : String(parameters.limit)}`;
		},
		binary: faxBinary,
	});
});
