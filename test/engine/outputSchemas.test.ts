import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv from 'ajv';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { responded } from '../../nodes/Lox24/wait/respond';
import type { Waiting } from '../../nodes/Lox24/wait/sendAndWait';
import { operationsIn } from '../../nodes/shared/request/operations';
import { type Sandbox, startSandbox } from '../../sandbox';
import { faxBinary } from './faxBinary';
import * as pages from './given';
import { lox24Operations } from './lox24Operations';
import { NODES, run } from './run';
import { voipNowOperations } from './voipNowOperations';
import { voipNowPhoneCalls } from './voipNowPhoneCalls';

interface Schema extends IDataObject {
	properties?: Record<string, Schema>;
	items?: Schema;
}

const { phoneUpdate, phoneCreateBatch, smsBatchCancel, bulkCancel, eventUpdate } = pages;
const parametersOf = ({ parameters }: { parameters: INodeParameters }) => parameters;

/** What comes out of it is the response; its message is kept until then. */
const ASKING: INodeParameters = {
	...{ resource: 'sms', operation: 'sendAndWait', senderId: 'MyShop' },
	...{ phone: '+4915112345678', message: 'Shall we order?' },
};

const NODE_CASES = [
	{
		node: 'lox24' as const,
		folder: 'Lox24',
		cases: [
			...lox24Operations.map(parametersOf),
			...[phoneUpdate, phoneCreateBatch, smsBatchCancel, bulkCancel, ASKING],
		],
	},
	{
		node: 'voipNow' as const,
		folder: 'VoipNow',
		cases: [...[...voipNowOperations, ...voipNowPhoneCalls].map(parametersOf), eventUpdate],
	},
];

/** What `sandbox.fill` calls the things that a parameter names. */
const KINDS: Record<string, string> = {
	...{ smsId: 'sms', bulkId: 'bulks', incomingId: 'incomings', blockedNumberId: 'blockedNumbers' },
	...{ verifyCodeId: 'verifyCodes', fraudCheckId: 'fraudChecks', campaignCode: 'campaigns' },
	...{ shortCode: 'shortLinks', clickId: 'clicks', paymentId: 'payments', invoiceId: 'invoices' },
	creditNoteId: 'creditNotes',
};

/** The state a call has to be in; others need one that is on. */
const BEFORE: Record<string, string> = {
	...{ unhold: 'hold', unpark: 'park', stopRecording: 'startRecording' },
};

/** Lists without filters; and what adds fields to the default output is left out. */
function plain({ filters, output: _output, ...parameters }: INodeParameters): INodeParameters {
	const { fields: _fields, ...additionalFields } = (parameters.additionalFields ??
		{}) as IDataObject;
	return {
		...parameters,
		...('returnAll' in parameters ? {} : { filters }),
		additionalFields,
	} as INodeParameters;
}

/** The same schema, but an object has no other parts than those it names. */
function closed({ properties, items, ...schema }: Schema): Schema {
	const parts = Object.entries(properties ?? {}).map(([name, part]) => [name, closed(part)]);
	return {
		...(properties && { additionalProperties: false, properties: Object.fromEntries(parts) }),
		...(items && { items: closed(items) }),
		...schema,
	};
}

describe.each(NODE_CASES)('the output schemas of $folder', ({ node, folder, cases }) => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const output = async (parameters: INodeParameters) => {
		const binary = node === 'voipNow' ? faxBinary : undefined;
		const { main, error, stored } = await run({
			node,
			parameters: plain(parameters),
			url: sandbox.url,
			binary,
		});
		const { sendAndWait } = (stored.executionData?.contextData['node:Tested'] ?? {}) as unknown as {
			sendAndWait?: Waiting;
		};
		if (sendAndWait) {
			const given = [{ approved: true }, { approved: false }, { text: 'Yes' }];
			return { items: given.map((one) => responded(one, sendAndWait.sms, new Date()).json), error };
		}
		return { items: main.map(({ json }) => json), error };
	};

	/** The parameters with IDs of things that there are. */
	const existing = async (parameters: INodeParameters): Promise<INodeParameters> => {
		const kinds = Object.keys(parameters).filter((name) => name in KINDS);
		const counts = Object.fromEntries(Object.values(KINDS).map((kind) => [kind, 30]));
		const ids = sandbox.fill(counts);
		sandbox.state.sms.get(ids.sms[0]).bulk_id = ids.bulks[0];
		const own = Object.fromEntries(kinds.map((name) => [name, pages.byId(ids[KINDS[name]][0])]));
		if (parameters.resource !== 'phoneCall') return { ...parameters, ...own };
		const { id } = sandbox.ring({ from: '15551234567', to: '0003*210' });
		if (parameters.operation !== 'pickUp') sandbox.clock.advance(10);
		// Without it, the node reads the call and takes the party that fits.
		const { phoneCallViewId: _view, ...additionalFields } = (parameters.additionalFields ??
			{}) as IDataObject;
		const onCall = {
			...parameters,
			...('phoneCallId' in parameters && { phoneCallId: pages.byId(id) }),
			additionalFields,
		} as INodeParameters;
		const before = BEFORE[String(parameters.operation)];
		if (before) await output({ ...onCall, operation: before });
		return onCall;
	};

	const operations = operationsIn(NODES[node].description.properties);

	test.each(operations)('%s: %s', async (resource, operation) => {
		const folders = [__dirname, '..', '..', 'nodes', folder, '__schema__', 'v1.0.0', resource];
		const file = join(...folders, `${operation}.json`);
		const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema;
		const validate = new Ajv({ allErrors: true, strict: false }).compile(closed(schema));
		const seen: IDataObject[] = [];
		let failure: Error | undefined;
		for (const one of cases) {
			if (one.resource !== resource || one.operation !== operation) continue;
			sandbox.reset();
			const asGiven = await output(one);
			const { items, error } =
				asGiven.items.length > 0 ? asGiven : await output(await existing(one));
			seen.push(...items);
			failure ??= error;
		}
		if (seen.length === 0) throw failure ?? new Error('Nothing came out');

		for (const json of seen) {
			validate(json);
			expect({ json, errors: validate.errors }).toEqual({ json, errors: null });
		}
	});
});
