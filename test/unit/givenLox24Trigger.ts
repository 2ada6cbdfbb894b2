import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { Lox24Trigger } from '../../nodes/Lox24/Lox24Trigger.node';
import { ALL, triggerOn } from '../../nodes/Lox24/trigger/events';
import { outcomeOf } from './givenWebhook';

export const names = triggerOn
	.options!.map((option) => (option as { value: string }).value)
	.filter((value) => value !== ALL);

export const trigger = new Lox24Trigger();
export const receive = (context: IWebhookFunctions) => trigger.webhook.call(context);

export const incoming = { from: '+491701234501', to: '+491771234567', text: 'Yes' };
export const event = (name: string, data: unknown = {}) => ({
	id: '44657141-9830-11ea-aa81-96000028b339',
	api_version: '2022-05-25',
	name,
	created_at: 1_700_000_000,
	attempt_total: 4,
	attempt_number: 1,
	data,
});

export interface More {
	events?: unknown;
	simplify?: unknown;
	options?: IDataObject;
	credential?: IDataObject;
	headers?: Record<string, unknown>;
	query?: IDataObject;
	ip?: string;
	expressions?: Record<string, unknown>;
}

export const send = async (
	body: unknown,
	{ events = [ALL], simplify, options, ...more }: More = {},
) => await outcomeOf(receive, { body, parameters: { events, simplify, options }, ...more });

export const STARTED = expect.objectContaining({ items: [expect.anything()], status: undefined });
export const ignored = (status: number) => ({ status, items: undefined });
