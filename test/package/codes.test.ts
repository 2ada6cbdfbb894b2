import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { parse } from 'yaml';

import { resources } from '../../nodes/Lox24/resources';
import { ALL, triggerOn } from '../../nodes/Lox24/trigger/events';
import { unsubscribeReasons, verifyCodeStatuses } from '../../nodes/Lox24/fields/views';

interface Schema {
	enum?: unknown[];
	properties?: Record<string, Schema>;
}

const { components, webhooks } = parse(
	readFileSync(join(__dirname, '../../sandbox/openapi/lox24.yaml'), 'utf8'),
) as { components: { schemas: Record<string, Schema> }; webhooks: Record<string, unknown> };

/** Values of a code table of the contract, without the `null` of an optional field. */
function codesOf(name: string): string[] {
	const [schema, property] = name.split('.');
	const { enum: codes } = property
		? components.schemas[schema].properties![property]
		: components.schemas[schema];
	return codes!.filter((code) => code !== null).map(String);
}

interface Choice {
	resource: string;
	/** Names of the fields around it and its own. */
	path: string;
	values: string[];
}

/** Every list of choices in the node, wherever it stands. */
function choicesOf(
	properties: INodeProperties[],
	resource?: string,
	parents: string[] = [],
): Choice[] {
	return properties.flatMap((property) => {
		const shownFor = property.displayOptions?.show?.resource as string[] | undefined;
		const path = [...parents, property.name];
		const entries = (property.options ?? []) as Array<
			INodeProperties | INodePropertyCollection | INodePropertyOptions
		>;
		return (shownFor ?? [resource ?? '']).flatMap((one): Choice[] => {
			if (property.type === 'options' || property.type === 'multiOptions') {
				const values = (entries as INodePropertyOptions[]).map(({ value }) => String(value));
				return [{ resource: one, path: path.join('.'), values }];
			}
			return entries.flatMap((entry) => {
				if ('values' in entry) return choicesOf(entry.values, one, [...path, entry.name]);
				return choicesOf([entry as INodeProperties], one, path);
			});
		});
	});
}

/** The table of the contract for a field; the first that fits. */
const TABLES: Array<{ resource: RegExp; path: RegExp; table: string }> = [
	{ resource: /^sms$/, path: /statusCode$/, table: 'SmsStatusCode' },
	{ resource: /^bulk$/, path: /statusCode$/, table: 'BulkStatusCode' },
	{ resource: /^fraudCheck$/, path: /statusCode$/, table: 'FraudStatusCode' },
	{ resource: /^sms$/, path: /dlrCode$/, table: 'DlrCode' },
	{ resource: /^(sms|bulk)$/, path: /serviceCode$/, table: 'ServiceCode' },
	{ resource: /^fraudCheck$/, path: /serviceCode$/, table: 'FraudServiceCode' },
	{ resource: /^(sms|bulk)$/, path: /voiceLang$/, table: 'VoiceLang' },
	{ resource: /^verifyCode$/, path: /lang$/, table: 'CodeLanguage' },
	{ resource: /^verifyCode$/, path: /channel$/, table: 'VerifyChannel' },
	{ resource: /^blockedNumber$/, path: /type$/, table: 'BlockedType' },
	{ resource: /^shortLinkCampaign$/, path: /type$/, table: 'CampaignType' },
	{ resource: /^payment$/, path: /^type$/, table: 'PaymentInput.type' },
	{ resource: /^payment$/, path: /filters\.type$/, table: 'PaymentType' },
	{ resource: /^payment$/, path: /status$/, table: 'PaymentStatus' },
	{ resource: /^(invoice|creditNote)$/, path: /status$/, table: 'BillStatus' },
	{ resource: /^(invoice|creditNote)$/, path: /paymentType$/, table: 'PaymentType' },
];

/** Choices of the node itself, which LOX24 does not know. */
const OWN =
	/^(resource|operation|phonesFrom|recipientsFrom|groupIds|output|responseType|approvalOptions\..*|options\.(ifUnknown|country|limitWaitTime\..*))$/;

describe('LOX24: every choice in the editor is one of the contract, and none is missing', () => {
	const choices = choicesOf(resources).filter(({ path }) => !OWN.test(path));
	const orders = choices.filter(({ path }) => /\.order[A-Z]\w+$/.test(path));
	const codes = choices.filter((choice) => !orders.includes(choice));

	const tableOf = ({ resource, path }: Choice) =>
		TABLES.find((one) => one.resource.test(resource) && one.path.test(path))?.table;

	test.each(codes)('$resource: $path', (choice) => {
		expect(tableOf(choice)).toBeDefined();
		expect([...choice.values].sort()).toEqual(codesOf(tableOf(choice)!).sort());
	});

	test('lists are sorted up or down', () => {
		expect(orders.length).toBeGreaterThan(20);
		for (const { path, values } of orders) {
			expect([path, [...values].sort()]).toEqual([path, ['asc', 'desc']]);
		}
	});

	test('each table is used, so none of the rows above stands for nothing', () => {
		const used = new Set(codes.map(tableOf));
		expect([...used].sort()).toEqual([...new Set(TABLES.map(({ table }) => table))].sort());
	});

	test.each([
		{ name: 'unsubscribe reasons', options: unsubscribeReasons, table: 'UnsubscribeReason' },
		{ name: 'statuses of a one-time code', options: verifyCodeStatuses, table: 'VerifyStatus' },
	])('readable names only: $name', ({ options, table }) => {
		expect(options.map(({ value }) => String(value)).sort()).toEqual(codesOf(table).sort());
	});
});

test('LOX24 Trigger: every event of the contract can be chosen', () => {
	const values = (triggerOn.options as INodePropertyOptions[]).map(({ value }) => value);
	expect(values.sort()).toEqual([ALL, ...Object.keys(webhooks)].sort());
});
