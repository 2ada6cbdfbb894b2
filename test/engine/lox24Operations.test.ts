import { lox24Operations } from './lox24Operations';
import { testOperations } from './operationMatrix';

describe('LOX24, operation by operation', () => {
	testOperations({
		node: 'lox24',
		cases: lox24Operations,
		casesWithOptionals: lox24Operations,
		refusal: {
			status: 422,
			body: {
				title: 'no',
				violations: [{ propertyPath: 'x', message: 'Said by LOX24.' }],
			},
			says: 'Said by LOX24.',
		},
		accept({ id, lists, file }) {
			if (file) return `${file}, application/json`;
			return lists && id !== 'verifyCodes.list' ? 'application/ld+json' : 'application/json';
		},
		repeats: ({ id, method }) => method !== 'POST' || id.endsWith('.dryrun'),
		// What is made has an ID; an empty response to it comes from somebody else.
		isProof: ({ method }) => method !== 'POST',
		placeholder: ({ method }) => (method === 'DELETE' ? { deleted: true } : { success: true }),
		bareQuery: () => '',
	});
});
