import type { INode, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { BadInput } from '../../nodes/shared/input/badInput';
import {
	fromBadInput,
	NotFound,
	Refused,
	sentence,
	toErrorItem,
	toNodeError,
} from '../../nodes/shared/response/failure';
import { failed } from './given';

const node = { name: 'SMS', type: 'lox24', typeVersion: 1, parameters: {} } as unknown as INode;

type Sorts = (item: INodeExecutionData) => unknown;

/**
 * The conditions by which `handleNodeErrorOutput` of n8n-core finds the items for the error
 * output, as they stand in 1.122.48, 2.8.1 and 2.33.2 (the same in all three).
 */
const until2_33: Sorts = ({ error, json }) =>
	error ||
	(json.error && Object.keys(json).length === 1) ||
	(json.error && json.message && Object.keys(json).length === 2);

/** The same in 2.41.1. */
const from2_34: Sorts = ({ error, json }) =>
	error ||
	(json.error && Object.keys(json).every((key) => ['error', 'message', 'details'].includes(key)));

const versions: Array<{ version: string; sorts: Sorts }> = [
	{ version: '1.122', sorts: until2_33 },
	{ version: '2.8', sorts: until2_33 },
	{ version: '2.33', sorts: until2_33 },
	{ version: '2.41', sorts: from2_34 },
];

/** What n8n passes on: it copies the item, and puts the fields of the input item below its own. */
function toErrorOutput(item: INodeExecutionData): INodeExecutionData {
	const copy: INodeExecutionData = { ...item, json: { ofInput: 1, ...item.json } };
	// What happens to each item at the end of the node, in all four versions.
	if (copy.error !== undefined) copy.json = { error: copy.error.message };
	return copy;
}

const failures = [
	failed({ status: 422, details: { violations: ['Phone: no'] } }).failure,
	failed({ status: undefined, effect: 'unknown' }).failure,
	failed({ badInput: true }).failure,
];

describe('error items', () => {
	describe.each(versions)('n8n-core $version', ({ sorts }) => {
		test.each(failures)('sorts to the error output: %j', (failure) => {
			expect(sorts(toErrorItem(failure, 0, true))).toBeTruthy();
		});

		test('what comes out there has all that is known, and the fields of the input item', () => {
			const [failure] = failures;
			const { json } = toErrorOutput(toErrorItem(failure, 0, true));
			expect(json).toMatchObject({
				ofInput: 1,
				error: failure.message,
				message: `${failure.message}. ${failure.description}`,
				details: { description: failure.description, violations: ['Phone: no'] },
			});
		});
	});

	test('a copy of the item has no `error`, or n8n would replace its content', () => {
		const item = toErrorItem(failures[0], 0, true);
		expect(item.error).toBeInstanceOf(Error);
		expect(item.error?.message).toBe(failures[0].message);
		expect({ ...item }.error).toBeUndefined();
		expect(JSON.parse(JSON.stringify(item))).not.toHaveProperty('error');
	});

	test('without an error output no item has `error`', () => {
		expect('error' in toErrorItem(failures[0], 0)).toBe(false);
	});

	test('they are the same on both outputs, and belong to their input item', () => {
		const { json, pairedItem } = toErrorItem(failures[0], 7, true);
		expect({ json, pairedItem }).toEqual(toErrorItem(failures[0], 7));
		expect(pairedItem).toEqual({ item: 7 });
	});

	test('a condition in a workflow can tell what was not sent from what is unknown', () => {
		const outcomes = (['none', 'unknown'] as const).map(
			(effect) => toErrorItem(failed({ effect }).failure, 0).json.details,
		);
		expect(outcomes).toMatchObject([
			{ effect: 'none', outcome: 'not sent' },
			{ effect: 'unknown', outcome: 'unknown' },
		]);
	});

	test('the status is there as text if there was one', () => {
		const detailsOf = (status?: number) => toErrorItem(failed({ status }).failure, 0).json.details;
		expect(detailsOf(422)).toMatchObject({ httpCode: '422' });
		expect(detailsOf()).not.toHaveProperty('httpCode');
	});
});

describe('the sentence for those who read nothing else', () => {
	test.each([
		['No', 'Do that.', 'No. Do that.'],
		['No.', 'Do that.', 'No. Do that.'],
		['No!', 'Do that.', 'No! Do that.'],
		['Really?', 'Do that.', 'Really? Do that.'],
		['No', '', 'No.'],
		['1.5 is not valid', 'Do that.', '1.5 is not valid. Do that.'],
	])('%j and %j', (message, description, expected) => {
		expect(sentence({ message, description })).toBe(expected);
	});
});

describe('the error that stops the node', () => {
	test('a refusal is one of the API, with the status and what the service said', () => {
		const { failure } = failed({ status: 422, details: { violations: ['Phone: no'] } });
		const error = toNodeError(node, failure, 3);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			description: failure.description,
			httpCode: '422',
			context: { itemIndex: 3 },
			errorResponse: { violations: ['Phone: no'] },
		});
		expect(error.message).toBe(failure.message);
	});

	test('without a response it has no status', () => {
		const error = toNodeError(node, failed({ status: undefined }).failure, 0);
		expect(error).toMatchObject({ httpCode: 'none' });
	});

	test.each(['badInput', 'cancelled'] as const)('%s is none of the API, and only warns', (kind) => {
		const error = toNodeError(node, failed({ [kind]: true }).failure, 3);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			description: 'Do that.',
			level: 'warning',
			context: { itemIndex: 3 },
		});
		expect(error.message).toBe('It did not work');
	});
});

describe('what operations throw', () => {
	test('a value that cannot be sent', () => {
		expect(fromBadInput(new BadInput('Phone is empty', 'Expected a number.'))).toEqual({
			message: 'Phone is empty',
			description: 'Expected a number.',
			effect: 'none',
			badInput: true,
		});
	});

	test('what is refused has the message of its failure', () => {
		const { failure } = failed({ message: 'No such call' });
		expect(new Refused(failure)).toMatchObject({ message: 'No such call', failure });
	});

	test('what does not exist is the same as a 404', () => {
		const error = new NotFound('No such call', 'Check the ID.');
		expect(error).toBeInstanceOf(Refused);
		expect(error.failure).toEqual({
			message: 'No such call',
			description: 'Check the ID.',
			status: 404,
			effect: 'none',
		});
	});
});
