import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { toldInFull } from '../shared/send/background';
import { check } from './trigger/check';
import { properties } from './trigger/properties';
import { receive } from './trigger/receive';

const WHERE = 'in the LOX24 web account under Settings > Notifications';

export class Lox24Trigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LOX24 Trigger',
		name: 'lox24Trigger',
		icon: { light: 'file:../../icons/lox24.svg', dark: 'file:../../icons/lox24.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ [$parameter["events"]].flat().join(", ") }}',
		description:
			'Send SMS with the LOX24 SMS gateway, and start a workflow on received SMS, delivery reports, opt-outs and more',
		eventTriggerDescription: `Waiting for LOX24 to call the Test URL. It only does if that URL is entered ${WHERE}.`,
		activationMessage: `LOX24 can start this workflow now. Enter the Production URL ${WHERE}, if it is not there yet.`,
		triggerPanel: {
			header: 'Pull in events from LOX24',
			executionsHelp: {
				inactive: `<b>While building your workflow</b>, click the button to listen and enter the Test URL ${WHERE}. Then let it happen, for example send an SMS to your inbound number.<br /><br /><b>Once you are happy</b>, publish the workflow and enter the Production URL there instead.`,
				active: `<b>While building your workflow</b>, click the button to listen and enter the Test URL ${WHERE}.<br /><br /><b>Your workflow also runs automatically</b>, as it is published: each event at the Production URL starts it. Those executions are in the <a data-key="executions">executions list</a>.`,
			},
			activationHint: `Once the workflow is published, enter the Production URL ${WHERE}.`,
		},
		defaults: { name: 'LOX24 Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'lox24Api', required: false }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		properties,
		// The one-time code in events about it (see Lox24.node.ts).
		sensitiveOutputFields: ['data.code'],
		builderHint: {
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-lox24-voipnow.lox24PollingTrigger',
					relationHint: 'Where LOX24 cannot reach n8n',
				},
			],
		},
	};

	// LOX24 has no API for its notification settings: the user enters the URL.
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await toldInFull(check(this));
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
